import type { Clause } from '#lib/references/clauses/clauses.ts';

/** 印发立法工作计划，《……》列入其中 */
export function isOfPlan(words: string, { masked }: { masked: string }): boolean {
  return (
    /^(?:修订|修正|修改)?(?:草案)?[^，]{0,8}?(?:列入|纳入|名列|位列|列于)其中|^(?:等)?[^，]{0,8}在列$/u.test(
      words,
    ) && /立法(?:工作)?[计规]划/u.test(masked)
  );
}

/** 印发立法工作计划，提出修订《……》; 按照计划，将初次审议……草案: a plan of legislation lists it. */
export function isInPlan(
  before: string,
  { masked }: Pick<Clause, 'masked'>,
  sentence: { text: string; masked: string },
  item: { title: string; text: string },
): boolean {
  if (
    !LISTED_VERB.test(before) ||
    /已|了|完成|此前|去年|不|未|没|无|删|移出|剔除|暂缓|同日|当[日天]|\d日/u.test(masked)
  )
    return false;
  if (PLAN.test(sentence.text)) return true;
  return BY_PLAN.test(sentence.masked) && PLAN.test(item.title + item.text);
}

const PLAN = /立法(?:工作)?[计规]划/u;
const BY_PLAN = /^(?:按照|根据|依照|按)?(?:该|这份|上述|今年的?|新的?)?[计规]划(?!外|之外)/u;
const LISTED_VERB =
  /(?:审议|制定|修订|修改|修正|起草|出台|提请|研究|论证|预备|包括|列入|列有|含|有|为)(?:关于)?《?$/u;
