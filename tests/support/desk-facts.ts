import type { Archive } from '#lib/content/archive.ts';
import type {
  ActFact,
  CaseFact,
  CaseStep,
  CaseSum,
  DeskFacts,
  EventFact,
} from '#lib/desk/facts.ts';
import type { Span } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { archiveOf, issueOf } from './stories.ts';

/** An item by its title, and what the desk is to read in it, whatever its text says. */
export type FactItem = { title: string; text?: string } & Partial<DeskFacts>;

const TEXT = '头一句不相干。这一句说了这件事，并且说完了。';
/** The first clause of the second sentence. */
export const clause: Span = { part: 'text', start: 7, end: 15 };

/** An archive of issues by their days, in whose items the desk reads the given facts. */
export async function archiveOfFacts(
  issues: Record<string, readonly FactItem[]>,
): Promise<Archive> {
  const texts = Object.entries(issues).map(([date, items]): [string, string] => [
    date,
    issueOf(...items.map(({ title, text = TEXT }): [string, string] => [title, text])),
  ]);
  const facts = new Map(
    Object.entries(issues).flatMap(([date, items]) =>
      items.map((item) => [`${date} ${item.title}`, deskOf(item)] as const),
    ),
  );
  const archive = await archiveOf(Object.fromEntries(texts));
  const factsOf = ({ title }: { title: string }, date: IsoDate) => {
    const desk = facts.get(`${date} ${title}`);
    if (desk === undefined) throw new Error(`there are no facts of ${title}`);
    return { desk, entities: [], terms: '' };
  };
  return { ...archive, factsOf };
}

function deskOf({ acts = [], mentioned = [], cases = [], events = [] }: FactItem): DeskFacts {
  return { acts, mentioned, cases, events };
}

/** A step of an act: a Chinese law, unless `more` says otherwise. */
export function actFact(
  name: string,
  step: ActFact['step'],
  day?: string,
  more: Partial<ActFact> = {},
): ActFact {
  return { name, type: 'law', state: '中国', step, day, clause, ...more };
}

/** A case by its parties (several with `、`) and steps, each with its day: `起诉 2025-03-01`. */
export function caseFact(
  [plaintiffs, defendants]: [plaintiffs: string, defendants: string],
  steps: readonly string[],
  more: Partial<CaseFact> = {},
): CaseFact {
  return {
    name: undefined,
    plaintiffs: plaintiffs.split('、').filter(Boolean),
    defendants: defendants.split('、').filter(Boolean),
    numbers: [],
    courts: [],
    state: undefined,
    steps: steps.map((written) => {
      const [step = '', day] = written.split(' ');
      return { step: caseStep(step), day, clause };
    }),
    sums: [],
    sentences: [],
    clause,
    ...more,
  };
}

function caseStep(written: string): CaseStep {
  const step = STEPS.find((each) => each === written);
  if (step === undefined) throw new Error(`${written} is no step of a case`);
  return step;
}

const STEPS: readonly CaseStep[] = [
  '起诉',
  '提起公诉',
  '立案',
  '开庭',
  '初步禁令',
  '裁定',
  '一审',
  '二审',
  '二审维持',
  '终审',
  '判决',
  '生效',
  '和解待批准',
  '和解',
];

/** A sum in yuan, unless `more` says otherwise. */
export function sumOf(role: CaseSum['role'], amount: number, more: Partial<CaseSum> = {}): CaseSum {
  return { role, amount, currency: 'CNY', words: `${amount / 10_000}万元`, clause, ...more };
}

/** An event on a day or, `2025-05..2025-11`, from one to another; an open end is empty. */
export function eventFact(
  name: string,
  days: string,
  kind: EventFact['kind'] = 'event',
  more: Partial<EventFact> = {},
): EventFact {
  const [from = '', to = from] = days.split('..');
  return {
    name,
    kind,
    from: from || undefined,
    to: to || undefined,
    year: 'written',
    clause,
    ...more,
  };
}
