import type { Archive } from '#lib/content/archive.ts';
import {
  type CalendarEvent,
  comingEvents,
  eventNames,
  eventsOf,
  yearNotes,
} from '#lib/desk/calendar.ts';
import { type IsoDate, monthOf } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { memoise } from '#lib/system/memo.ts';
import { type DeskProps, deskPage } from './desk.ts';
import { type ByYear, byYear, type Period, periodOf } from './period.ts';
import { type ItemRef, itemRef } from './timeline.ts';

/** Something that happens on a day, or from one day to another, and the item that names it. */
export type EventRef = {
  from: IsoDate;
  to: IsoDate;
  role: string;
  /** How its year was inferred, where the item does not state the year. */
  yearNote: string | undefined;
  item: ItemRef;
};

/** What happens in a period, by month, the earliest first. */
export type CalendarProps = DeskProps & {
  byMonth: { month: number; events: EventRef[] }[];
  /** What is to come after the newest issue; empty on the page of a period. */
  coming: EventRef[];
  newest: IsoDate | undefined;
  /** The address of the calendar file; `undefined` where no event is known, because then the file is not written. */
  file: string | undefined;
};

/** How many coming events the front page shows, and how many the first page of the calendar. */
const ON_FRONT = 5;
const MOST_COMING = 100;

/**
 * The calendar of a period; `undefined` for a period in which nothing happens. Without a period the page shows what is
 * to come, then the period of the newest issue.
 */
export function calendarPage(
  archive: Archive,
  { year: period }: { year?: Period },
): CalendarProps | undefined {
  const years = calendarYears(archive);
  const newest = archive.issues[0]?.date;
  const current = newest && periodOf(years, newest, dayOfEvent);
  const coming = period === undefined ? comingEvents(archive).slice(0, MOST_COMING) : [];
  const desk = deskPage(archive, listOf(archive), period, { current, above: coming });
  return (
    desk && {
      ...desk.page,
      byMonth: groupByMonth(desk.listed),
      coming: coming.map(eventRef),
      newest,
      file: eventsOf(archive).length === 0 ? undefined : paths.calendarFile(),
    }
  );
}

function listOf(archive: Archive) {
  return {
    name: '日程',
    describe: (when: string) =>
      `${archive.site.name}${when}消息里的日程：征求意见截止、施行、开庭、报名截止与活动，按月排列。`,
    path: paths.calendar,
    years: calendarYears(archive),
    dayOf: dayOfEvent,
  };
}

/**
 * The events by the year in which they begin: the newest year first, but the events of a year from the earliest on.
 * Memoised: the pages ask 22 times for 520 issues, which would take 1 s.
 */
export const calendarYears: (archive: Archive) => ByYear<CalendarEvent> = memoise(
  (archive) => new Map([...byYear(eventsOf(archive), dayOfEvent)].reverse()),
);

export function dayOfEvent({ from }: CalendarEvent): IsoDate {
  return from;
}

/** The next events, as many as the front page shows. */
export function eventsOnFront(archive: Archive): EventRef[] {
  return comingEvents(archive).slice(0, ON_FRONT).map(eventRef);
}

function groupByMonth(events: readonly CalendarEvent[]): CalendarProps['byMonth'] {
  const months: CalendarProps['byMonth'] = [];
  for (const event of events) {
    const month = monthOf(event.from);
    const last = months.at(-1);
    if (last?.month === month) last.events.push(eventRef(event));
    else months.push({ month, events: [eventRef(event)] });
  }
  return months;
}

function eventRef({ from, to, role, year, entry }: CalendarEvent): EventRef {
  const yearNote = yearNotes[year];
  return { from, to, role: eventNames[role], yearNote, item: itemRef(entry) };
}
