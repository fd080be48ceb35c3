import type { Archive } from '#lib/content/archive.ts';
import type { YearBasis } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { fold } from '#lib/site/fold.ts';
import { firstDayOf, lastDayOf, type PartialDate } from '#lib/site/partial-dates.ts';
import { memoise } from '#lib/system/memo.ts';
import { deskOf } from '../corrections/desk-of.ts';
import type { EventKind } from '../facts.ts';
import { oldestFirst } from './entries.ts';
import type { Told } from './steps.ts';

/** The note beside a day whose year is inferred; `undefined` where none is needed. */
export const yearNotes: Readonly<Record<YearBasis, string | undefined>> = {
  written: undefined,
  word: undefined,
  ahead: '消息里没有写年份，按“多在刊期之后”推定',
  past: '消息里没有写年份，按“多在刊期之前”推定',
  nearest: '消息里没有写年份，取离刊期最近的一年',
};

/** An event, with all entries that name it. */
export type CalendarEvent = {
  name: string;
  kind: EventKind;
  /** The ends of its time, equal for a single day. An end that no entry gives is `undefined`, but never both. */
  from: PartialDate | undefined;
  to: PartialDate | undefined;
  year: YearBasis;
  /** The first and the last day that it is known to last. */
  days: { first: IsoDate; last: IsoDate };
  /** At least one, the oldest first, and each entry once. */
  told: readonly [Told, ...Told[]];
  /** 1, or more where the first entry names several events of this kind that begin on this day. */
  ordinal: number;
};

type Growing = Omit<CalendarEvent, 'told'> & { told: [Told, ...Told[]] };

/** Counts the events of each kind and first day that one entry names first. */
function counter(): (kind: EventKind, first: IsoDate) => number {
  const counts = new Map<string, number>();
  return (kind, first) => {
    const count = (counts.get(`${kind} ${first}`) ?? 0) + 1;
    counts.set(`${kind} ${first}`, count);
    return count;
  };
}

/**
 * Every event that the archive names, in the order of their first days. Those of one kind on the same days are one
 * event if the name of one contains that of the other; the longer name is kept.
 * Memoised: the calendars ask 21 times for 520 issues, which would take 1 s.
 */
export const eventsOf: (archive: Archive) => readonly CalendarEvent[] = memoise(findEvents);

function findEvents(archive: Archive): CalendarEvent[] {
  const byDays = new Map<string, Growing[]>();
  for (const entry of oldestFirst(archive)) {
    const { events } = deskOf(archive, entry);
    const ordinalOf = counter();
    for (const { name, kind, from, to, year, clause } of events) {
      const days = daysOf(kind, from, to);
      if (days === undefined) continue;
      const key = `${kind} ${from} ${to}`;
      const ofDays = byDays.get(key) ?? [];
      byDays.set(key, ofDays);
      const known = ofDays.find((each) => isSameName(kind, each.name, name));
      if (known === undefined) {
        const ordinal = ordinalOf(kind, days.first);
        ofDays.push({ name, kind, from, to, year, days, told: [{ entry, clause }], ordinal });
      } else {
        if (name.length > known.name.length) known.name = name;
        if (yearNotes[year] === undefined) known.year = year;
        if (known.told.at(-1)?.entry !== entry) known.told.push({ entry, clause });
      }
    }
  }
  return [...byDays.values()]
    .flat()
    .sort(({ days: a }, { days: b }) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
}

/** A deadline is its last day. An event with an open end is known to last for the day at its other end. */
function daysOf(
  kind: EventKind,
  from: PartialDate | undefined,
  to: PartialDate | undefined,
): CalendarEvent['days'] | undefined {
  if (to === undefined) {
    const first = from === undefined ? undefined : firstDayOf(from);
    return first && { first, last: first };
  }
  const last = lastDayOf(to);
  return { first: from === undefined || kind === 'deadline' ? last : firstDayOf(from), last };
}

/**
 * Whether two names are of one event. One may contain the other, but not where the name is that of an act:
 * 公共数据条例施行 and 数据条例施行 are two events.
 */
function isSameName(kind: EventKind, one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)];
  if (kind === 'in force' || a.endsWith('征求意见')) return a === b;
  return a.includes(b) || b.includes(a);
}

/**
 * The events that end after the day of the newest issue, and those of several days that are running on it. The event
 * whose next day, its first or else its last, comes first is the first.
 */
export function comingEvents(archive: Archive): CalendarEvent[] {
  const newest = archive.issues[0]?.date;
  if (newest === undefined) return [];
  const nextDay = ({ days: { first, last } }: CalendarEvent) => (first > newest ? first : last);
  return eventsOf(archive)
    .filter(({ days: { first, last } }) => last > newest || (first < last && last === newest))
    .sort((a, b) => (nextDay(a) < nextDay(b) ? -1 : nextDay(a) > nextDay(b) ? 1 : 0));
}
