import type { Entry } from '#lib/content/queries.ts';
import { type IsoDate, yearOf } from '#lib/site/dates.ts';
import { firstDayOf, type PartialDate } from '#lib/site/partial-dates.ts';
import type { FactClause } from '../facts.ts';

/** Where something is told: an entry, and the clause in it. */
export type Told = { entry: Entry; clause: FactClause };

/** A step as one entry tells it. */
export type ToldStep<Name extends string> = Told & { step: Name; day: PartialDate | undefined };

/** A step of an act or a case, with all entries that tell it. */
export type Step<Name extends string> = {
  step: Name;
  /** `undefined` where no entry says on which day it was. */
  day: PartialDate | undefined;
  /** At least one, the oldest first, and each entry once. */
  told: readonly [Told, ...Told[]];
};

type Growing<Name extends string> = { step: Name; day: PartialDate | undefined; told: Told[] };

/**
 * The steps of an act or a case, in their order. What several entries tell of one day is one step, and a day is more
 * exact than the month that it is in. A step without a day is the same as one with a day that was in the year of its
 * issue.
 * @param facts the oldest first
 * @param order the usual order of steps, by which those of one day are sorted
 * @param isOnce whether each step is taken once, as in a case: then one without a day is the same whatever the year
 */
export function mergeSteps<Name extends string>(
  facts: readonly ToldStep<Name>[],
  order: readonly Name[],
  isOnce = false,
): Step<Name>[] {
  const steps = new Map<Name, Growing<Name>[]>();
  const add = ({ step, day, entry, clause }: ToldStep<Name>, known?: Growing<Name>) => {
    const told = { entry, clause };
    if (known !== undefined) known.told.push(told);
    else steps.set(step, [...(steps.get(step) ?? []), { step, day, told: [told] }]);
  };
  for (const fact of facts) {
    const { step, day } = fact;
    if (day === undefined) continue;
    const known = steps.get(step)?.find((each) => isSameTime(each.day ?? '', day));
    if (known?.day !== undefined && known.day.length < day.length) known.day = day;
    add(fact, known);
  }
  for (const fact of facts) {
    if (fact.day !== undefined) continue;
    const year = yearOf(fact.entry.issue.date);
    const isOfYear = ({ day, told }: Growing<Name>) =>
      isOnce || (day ?? told[0]?.entry.issue.date)?.startsWith(year) === true;
    add(fact, steps.get(fact.step)?.findLast(isOfYear));
  }
  return inOrder([...steps.values()].flat().flatMap(finish), order);
}

/** Whether two times may be one: equal, or one is the month or the year of the other. */
function isSameTime(one: PartialDate, other: PartialDate): boolean {
  return one !== '' && (one.startsWith(other) || other.startsWith(one));
}

function finish<Name extends string>({ step, day, told }: Growing<Name>): Step<Name>[] {
  const byEntry = new Map<Entry, Told>();
  for (const each of told) if (!byEntry.has(each.entry)) byEntry.set(each.entry, each);
  const [first, ...rest] = [...byEntry.values()].sort(byIssue);
  return first === undefined ? [] : [{ step, day, told: [first, ...rest] }];
}

function byIssue({ entry: a }: Told, { entry: b }: Told): number {
  return a.issue.date < b.issue.date ? -1 : a.issue.date > b.issue.date ? 1 : 0;
}

/**
 * Sorts steps by their days. One without a day was before the issue that tells it, and before the later steps that the
 * same entry tells with a day.
 */
function inOrder<Name extends string>(
  steps: readonly Step<Name>[],
  order: readonly Name[],
): Step<Name>[] {
  const rank = new Map(order.map((step, index) => [step, index]));
  const rankOf = ({ step }: Step<Name>) => rank.get(step) ?? 0;
  const datedIn = new Map<Entry, Step<Name>[]>();
  for (const step of steps)
    if (step.day !== undefined)
      for (const { entry } of step.told) datedIn.set(entry, [...(datedIn.get(entry) ?? []), step]);
  const keyOf = (step: Step<Name>) => {
    if (step.day !== undefined) return step.day;
    const [{ entry }] = step.told;
    const later = (datedIn.get(entry) ?? []).filter((each) => rankOf(each) > rankOf(step));
    return [entry.issue.date, ...later.map(({ day }) => day ?? '')].sort()[0] ?? '';
  };
  return steps
    .map((step) => ({ step, key: keyOf(step), rank: rankOf(step) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.rank - b.rank))
    .map(({ step }) => step);
}

/** The day under which a step is listed: its own, the first of its month, or else that of the issue that tells it. */
export function dayOfStep({ day, told }: Step<string>): IsoDate {
  return day === undefined ? told[0].entry.issue.date : firstDayOf(day);
}
