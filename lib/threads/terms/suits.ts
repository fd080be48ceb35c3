import { fold } from '#lib/site/fold.ts';
import type { ItemParts, Term } from './term.ts';

/** Who sues whom, in the wording of titles: `A诉B案`, `A在美起诉B侵犯版权`. */
const SUIT =
  /^(?:.*\s)?(?<plaintiff>[^\s]{2,30}?)(?:在[\p{Script=Han}]{1,3})?(?:起诉|(?<![投申上控倾公胜败应反被遭])诉(?!讼))(?<defendant>[^\s]{2,30}?)(?=案|侵犯|侵权|泄露|抄袭|盗用|用|使用|一审|二审|终审|再审|开庭|宣判|$|\s)/u;

/** The two sides of the suit that a title names; `undefined` where it names none. */
export function readSuit(title: string): { plaintiff: string; defendant: string } | undefined {
  const { plaintiff, defendant } = SUIT.exec(title)?.groups ?? {};
  if (plaintiff === undefined || defendant === undefined) return undefined;
  return { plaintiff: withoutQuotes(plaintiff), defendant: withoutQuotes(defendant) };
}

/** The suit that a title names. The two sides identify the case, because reports call one case by different names. */
export function readSuits({ title }: ItemParts): Term[] {
  const suit = readSuit(title);
  if (suit === undefined) return [];
  const { plaintiff, defendant } = suit;
  return [
    {
      key: `case ${plaintiff} ${defendant}`,
      kind: 'case',
      label: `${plaintiff}诉${defendant}`,
      place: 'title',
    },
  ];
}

function withoutQuotes(side: string): string {
  return fold(side).replace(/[“”‘’《》]/g, '');
}
