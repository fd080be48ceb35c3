import type { ActFact, CaseFact, DeskFacts, EventFact, FactClause } from './facts.ts';
import { nameOfReport } from './lists/case-names.ts';
import { actSteps, actTypes, caseSteps, caseSums, eventKinds } from './words.ts';

/** What one item puts into a list: a law, a case or an event. */
export type Listed = {
  list: 'laws' | 'cases' | 'events';
  name: string;
  /** All of it in the form of `desk.yml`, without what is not known. */
  written: Readonly<Record<string, string | readonly string[]>>;
  /** At least one: 通过 2025-06-27, 判赔 33万元, 活动 2025-04-26, each with the clause that tells it. */
  facts: readonly { words: string; clause: FactClause }[];
};

/** The names of the lists, as their pages have them. */
export const listNames: Readonly<Record<Listed['list'], string>> = {
  laws: '法规',
  cases: '案件',
  events: '日程',
};

/** What an item puts into the lists: its laws, then its cases, then its events. */
export function listedIn({ acts, cases, events }: DeskFacts, title: string): Listed[] {
  const byName = new Map<string, [ActFact, ...ActFact[]]>();
  for (const act of acts) {
    const known = byName.get(act.name);
    if (known === undefined) byName.set(act.name, [act]);
    else known.push(act);
  }
  return [
    ...Array.from(byName.values(), listedAct),
    ...cases.map((each) => listedCase(each, title)),
    ...events.map(listedEvent),
  ];
}

function listedAct(acts: readonly [ActFact, ...ActFact[]]): Listed {
  const [{ name, state, type }] = acts;
  const facts = acts.map(({ step, day, clause }) => ({
    words: written(actSteps[step], day),
    clause,
  }));
  return {
    list: 'laws',
    name,
    written: known({ name, of: state, kind: actTypes[type], steps: facts.map(wordsOf) }),
    facts,
  };
}

function listedCase(each: CaseFact, title: string): Listed {
  const { name, plaintiffs, defendants, courts, state, numbers } = each;
  const steps = each.steps.map(({ step, day, clause }) => ({
    words: written(caseSteps[step], day),
    clause,
  }));
  const sums = each.sums.map(({ role, words, clause }) => ({
    words: written(caseSums[role], words),
    clause,
  }));
  return {
    list: 'cases',
    name: nameOfReport(each, title),
    written: known({
      name,
      plaintiffs,
      defendants,
      courts,
      of: state,
      numbers,
      steps: steps.map(wordsOf),
      sums: sums.map(wordsOf),
      sentences: each.sentences.map(wordsOf),
    }),
    facts: [...steps, ...sums, ...each.sentences],
  };
}

function listedEvent({ name, kind, from, to, clause }: EventFact): Listed {
  const days = writtenDays({ kind, from, to });
  const words = written(eventKinds[kind], days);
  return {
    list: 'events',
    name,
    written: { name, days, kind: eventKinds[kind] },
    facts: [{ words, clause }],
  };
}

function wordsOf({ words }: { words: string }): string {
  return words;
}

function written(word: string, rest: string | undefined): string {
  return rest === undefined ? word : `${word} ${rest}`;
}

/** The days of an event as `desk.yml` has them: 2025-04-26, 2025-05..2025-11, 2025-09.. */
function writtenDays({ kind, from, to }: Pick<EventFact, 'kind' | 'from' | 'to'>): string {
  if (from === to || (kind === 'deadline' && from === undefined)) return to ?? '';
  return `${from ?? ''}..${to ?? ''}`;
}

/** Without what is not known, and without empty lists. */
function known(
  fields: Readonly<Record<string, string | readonly string[] | undefined>>,
): Listed['written'] {
  const entries = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || value.length === 0 ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}
