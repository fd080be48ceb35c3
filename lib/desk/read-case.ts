import type { Reference, WithReferences } from '#lib/references/reference.ts';
import type { CaseFacts, CaseStage } from './facts.ts';
import { readParties } from './parties.ts';

/** What courts and parties do in a case. An item whose title has no such word is about something else. */
const IN_TITLE = /诉|案|判|裁定|裁决|开庭|开审|获刑|获赔|和解|胜诉|败诉|侵权|法官|法院|官司/u;
/** Words of a text that reports on a case. */
const IN_COURT = /法院|法官|判决|判处|起诉|开庭|一审|二审|终审/u;
/** Words that are only used of a case, if the text names a court. */
const BEFORE_COURT = /判决|判令|判处|判赔|宣判|起诉|上诉|诉请|开庭/u;

/** Reads what an item reports on a case; `undefined` if it does not report on one. */
export function readCase(item: WithReferences): CaseFacts | undefined {
  const numbers = valuesOf(item, (reference) =>
    reference.kind === 'case' ? reference.number : undefined,
  );
  const courts = valuesOf(item, (reference) =>
    reference.kind === 'court' ? reference.name : undefined,
  );
  const isCase =
    numbers.length > 0 ||
    (courts.length > 0 && BEFORE_COURT.test(item.text)) ||
    (IN_TITLE.test(item.title) && IN_COURT.test(item.text));
  if (!isCase) return undefined;
  return { numbers, courts, parties: readParties(item), sums: sumsOf(item), stage: stageOf(item) };
}

function valuesOf(
  item: WithReferences,
  read: (reference: Reference) => string | undefined,
): string[] {
  return [...new Set(item.references.flatMap((reference) => read(reference) ?? []))];
}

/** The sums with a role in the case, each once: a title repeats sums of the text. */
function sumsOf(item: WithReferences): CaseFacts['sums'] {
  const sums = new Map<string, CaseFacts['sums'][number]>();
  for (const reference of item.references) {
    if (reference.kind !== 'sum' || reference.role === undefined) continue;
    const { span, ...sum } = reference;
    const key = `${sum.role} ${sum.currency} ${sum.amount}`;
    if (!sums.has(key))
      sums.set(key, { ...sum, words: item[span.part].slice(span.start, span.end) });
  }
  return [...sums.values()];
}

/** The words for each stage. The latest stage comes first, and counts. */
const STAGES: readonly [words: RegExp, stage: CaseStage][] = [
  [/和解/u, '和解'],
  [/判处|获刑|有期徒刑/u, '获刑'],
  [/生效/u, '生效'],
  [/二审|终审/u, '二审'],
  [/一审/u, '一审'],
  [/判决|判令|判赔|获赔|被判|胜诉|败诉/u, '判决'],
  [/裁定|裁决|禁令|准许|认定/u, '裁定'],
  [/开庭|开审|庭审/u, '开庭'],
  [/立案/u, '立案'],
  [/起诉|提起诉讼|诉/u, '起诉'],
];

/** The stage of the case: by the title, or else by the text. */
function stageOf({ title, text }: WithReferences): CaseStage | undefined {
  for (const part of [title, text])
    for (const [words, stage] of STAGES) if (words.test(part)) return stage;
  return undefined;
}
