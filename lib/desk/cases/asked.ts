/** From here on a sentence says what a party asks for. */
const ASKS = /请求|诉请|要求|主张(?!的)|寻求|诉求|呼吁|提议/u;
const RULES = /驳回|支持|改判|判决|判令|裁定|准许|维持/u;
/** A request that was decided on: 原告的诉讼请求被全部驳回. */
const ANSWERED = /^[^，]{0,10}(?:被|遭|未获|获)[^，]{0,6}(?:驳回|支持|准许)/u;
/** Words that end what a party asks for: from here on the clause says what the court decides (法院判决, 一审认定). */
const DECIDES = /改判|遂|法院|法官|一审|二审|终审|达成|判决/u;

/**
 * Whether a clause only says what a party asks for, and not what a court decides.
 * @param wasAsked whether the clauses before say so
 */
export function isAskedIn(masked: string, wasAsked: boolean): boolean {
  const asked = ASKS.exec(masked)?.index;
  if (asked === undefined) return wasAsked && !DECIDES.test(masked);
  // 改判驳回原告的诉讼请求 is what the court decides.
  return !RULES.test(masked.slice(0, asked)) && !ANSWERED.test(masked.slice(asked));
}
