import type { Archive } from '#lib/content/archive.ts';
import { type CalendarEvent, comingEvents, eventsOf, yearNotes } from '#lib/desk/lists/events.ts';
import { eventKinds } from '#lib/desk/words.ts';
import { type IsoDate, monthOf } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { subjectsData } from '#lib/syndication/structured-data/collection.ts';
import { type DeskList, type DeskProps, deskPage } from './desk.ts';
import { type IssueLinks, issueLink, issueLinks, type ShownDate, shownDate } from './desk-steps.ts';
import { type ByYear, byYear, type Period } from './period.ts';

/** An event, and the items that name it. */
export type EventRef = {
  name: string;
  /** 活动, 期间, 截止, 施行, 开庭. */
  kind: string;
  /** Its first and its last day; only one of them for a single day, or where the other is not known. */
  from: ShownDate | undefined;
  to: ShownDate | undefined;
  /** Which end is not known. */
  open: 'start' | 'end' | undefined;
  /** How its year was inferred, where the item does not state the year. */
  yearNote: string | undefined;
  told: IssueLinks;
};

/** What happens in a period, by month, the earliest first. */
export type CalendarProps = DeskProps & {
  byMonth: { month: number; events: EventRef[] }[];
  /** What is to come after the newest issue, or is running on its day; empty on the page of a period. */
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
  const list = calendarList(archive);
  const desk = deskPage(archive, list, period);
  return (
    desk && {
      ...desk.page,
      byMonth: groupByMonth(desk.listed),
      coming: period === undefined ? list.above.map(eventRef) : [],
      newest: archive.issues[0]?.date,
      file: eventsOf(archive).length === 0 ? undefined : paths.calendarFile(),
    }
  );
}

/** The events, by year. */
export function calendarList(archive: Archive) {
  return {
    name: '日程',
    describe: (when) =>
      `${archive.site.name}${when}消息里的日程：活动与纪念日，专项行动的期间，截止日，施行日与开庭，按月排列。`,
    path: paths.calendar,
    years: calendarYears(archive),
    dayOf: dayOfEvent,
    most: 300,
    above: comingEvents(archive).slice(0, MOST_COMING),
    dataOf: (page, listed) => subjectsData(archive, page, linksOf(listed)),
  } satisfies DeskList<CalendarEvent>;
}

/** The items that first name events, each once, called by the event. */
function linksOf(events: readonly CalendarEvent[]): { name: string; path: string }[] {
  const links = new Map<string, { name: string; path: string }>();
  for (const { name, told } of events) {
    const { path } = issueLink(told[0].entry);
    if (!links.has(path)) links.set(path, { name, path });
  }
  return [...links.values()];
}

/** The events by the year in which they begin: the newest year first, but the events of a year from the earliest on. */
export function calendarYears(archive: Archive): ByYear<CalendarEvent> {
  return new Map([...byYear(eventsOf(archive), dayOfEvent)].reverse());
}

function dayOfEvent({ days }: CalendarEvent): IsoDate {
  return days.first;
}

/** The next events, as many as the front page shows. */
export function eventsOnFront(archive: Archive): EventRef[] {
  return comingEvents(archive).slice(0, ON_FRONT).map(eventRef);
}

function groupByMonth(events: readonly CalendarEvent[]): CalendarProps['byMonth'] {
  const months: CalendarProps['byMonth'] = [];
  for (const event of events) {
    const month = monthOf(dayOfEvent(event));
    const last = months.at(-1);
    if (last?.month === month) last.events.push(eventRef(event));
    else months.push({ month, events: [eventRef(event)] });
  }
  return months;
}

function eventRef({ name, kind, from, to, year, told }: CalendarEvent): EventRef {
  const isDay = from === to || kind === 'deadline';
  return {
    name,
    kind: eventKinds[kind],
    from: from === undefined || isDay ? undefined : shownDate(from),
    to: to === undefined ? undefined : shownDate(to, isDay ? undefined : from),
    open: isDay ? undefined : from === undefined ? 'start' : to === undefined ? 'end' : undefined,
    yearNote: yearNotes[year],
    told: issueLinks(told),
  };
}
