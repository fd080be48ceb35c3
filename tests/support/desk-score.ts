import type { DeskFacts, EventFact } from '#lib/desk/facts.ts';
import { actSteps } from '#lib/desk/words.ts';
import type { EventLabel, LabelledItem, LawLabel } from './desk-labels.ts';
import { scoreCases } from './desk-score-cases.ts';
import { isNamed, type Score, splitStep, Tally } from './desk-tally.ts';

/** A list of the desk. */
export type List = 'laws' | 'cases' | 'events';

/** Compares what the desk reads in items with their labels. */
export function scoreDesk(
  items: readonly LabelledItem[],
  read: (item: LabelledItem) => DeskFacts,
): Record<List, Score> {
  const tallies = { laws: new Tally(), cases: new Tally(), events: new Tally() };
  for (const item of items) {
    const facts = read(item);
    const at = `${item.date} ${item.title}`;
    scoreLaws(tallies.laws, at, facts, item);
    scoreCases(tallies.cases, at, facts.cases, item);
    scoreEvents(tallies.events, at, facts.events, item);
  }
  return { laws: tallies.laws.score, cases: tallies.cases.score, events: tallies.events.score };
}

type LawStep = { name: string; step: string; day?: string | undefined };

function scoreLaws(tally: Tally, at: string, { acts }: DeskFacts, item: LabelledItem): void {
  const steps = (laws: readonly LawLabel[]): LawStep[] =>
    laws.flatMap(({ name, steps: own }) => own.map((step) => ({ name, ...splitStep(step) })));
  const read = acts.map(({ name, step, day }): LawStep => ({ name, step: actSteps[step], day }));
  const write = ({ name, step, day }: LawStep) => `${at}: ${name} ${step} ${day ?? ''}`;
  const isStep = (a: LawStep, b: LawStep) => isNamed(a.name, b.name) && a.step === b.step;
  const once = (all: readonly LawStep[]) =>
    all.filter(
      (fact, index) =>
        all.findIndex((other) => other.name === fact.name && other.step === fact.step) === index,
    );
  tally.compare(once(read), once(steps(item.laws)), steps(item.maybe.laws), isStep, write);
  const dated = ({ day }: LawStep) => day !== undefined;
  tally.compare(
    read.filter(dated),
    steps(item.laws).filter(dated),
    steps(item.maybe.laws).filter(dated),
    (a, b) => isStep(a, b) && a.day === b.day,
    write,
  );
  const states = new Map(
    acts.flatMap(({ name, state }) => (state === undefined ? [] : [[name, state]])),
  );
  const ofLabels = (laws: readonly LawLabel[]) =>
    laws.flatMap(({ name, of }) => (of === undefined ? [] : [{ name, of }]));
  tally.compare(
    Array.from(states, ([name, of]) => ({ name, of })),
    ofLabels(item.laws),
    ofLabels(item.maybe.laws),
    (a, b) => isNamed(a.name, b.name) && b.of.includes(a.of),
    ({ name, of }) => `${at}: ${name} of ${of}`,
  );
}

function scoreEvents(
  tally: Tally,
  at: string,
  read: readonly EventFact[],
  item: LabelledItem,
): void {
  const daysOf = ({ from, to, kind }: EventFact) =>
    kind === 'deadline' ? (to ?? '') : from === to ? (from ?? '') : `${from ?? ''}..${to ?? ''}`;
  type Line = { name: string; days: string };
  tally.compare<Line, Line>(
    read.map((event) => ({ name: event.name, days: daysOf(event) })),
    item.events.map(eventLine),
    item.maybe.events.map(eventLine),
    (a, b) => a.days === b.days && isNamed(a.name, b.name, 8),
    ({ name, days }) => `${at}: ${name} ${days}`,
  );
}

function eventLine({ name, days, kind }: EventLabel): { name: string; days: string } {
  return { name, days: kind === '截止' ? days.replace(/^.*\.\./, '') : days };
}
