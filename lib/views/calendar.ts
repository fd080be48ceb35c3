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

/** Something that happens on a day, or from one to another, and the item that tells of it. */
export type EventRef = {
  from: IsoDate;
  to: IsoDate;
  role: string;
  /** How its year was found, where the item does not say it. */
  yearNote: string | undefined;
  item: ItemRef;
};

/** What happens in a period, by month, the first first. */
export type CalendarProps = DeskProps & {
  byMonth: { month: number; events: EventRef[] }[];
  /** What is to come after the newest issue; on the page that is no period's alone. */
  coming: EventRef[];
  newest: IsoDate | undefined;
  /** The address of the calendar file; `undefined` where no event is known, because then the file is not written. */
  file: string | undefined;
};

/** How many events the front page has room for, and how many of those to come the calendar's own first page. */
const ON_FRONT = 5;
const MOST_COMING = 100;

/** `undefined` for a period in which nothing happens. Without one, what is to come and the newest issue's. */
export function calendarPage(
  archive: Archive,
  { year: period }: { year?: Period },
): CalendarProps | undefined {
  const { newest, list, besides } = listOf(archive, period);
  const found = deskPage(archive, list, period, besides);
  return (
    found && {
      ...found.page,
      byMonth: groupByMonth(found.told),
      coming: besides.above.map(eventRef),
      newest,
      file: eventsOf(archive).length === 0 ? undefined : paths.calendarFile(),
    }
  );
}

function listOf(archive: Archive, period: Period | undefined) {
  const years = calendarYears(archive);
  const newest = archive.issues[0]?.date;
  return {
    newest,
    list: {
      name: '日程',
      describe: (when: string) =>
        `${archive.site.name}${when}消息里的日程：征求意见截止、施行、开庭、报名截止与活动，按月排列。`,
      path: paths.calendar,
      years,
      dayOf: dayOfEvent,
    },
    besides: {
      current: newest && periodOf(years, newest, dayOfEvent),
      above: period === undefined ? comingEvents(archive).slice(0, MOST_COMING) : [],
    },
  };
}

/**
 * The events by the year in which they begin, the newest first; those of a year in their order.
 * Memoised: its pages ask 22 times for 520 issues, which would take 1 s.
 */
export const calendarYears: (archive: Archive) => ByYear<CalendarEvent> = memoise(
  (archive) => new Map([...byYear(eventsOf(archive), dayOfEvent)].reverse()),
);

export function dayOfEvent({ from }: CalendarEvent): IsoDate {
  return from;
}

/** What is to come first, for the front page. */
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
