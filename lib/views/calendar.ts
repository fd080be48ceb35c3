import type { Archive } from '#lib/content/archive.ts';
import { type CalendarEvent, comingEvents, eventNames, eventsOf } from '#lib/desk/calendar.ts';
import { type IsoDate, monthOf, yearOf } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { itemsData } from '#lib/syndication/structured-data/collection.ts';
import { type Neighbours, type PageProps, pageOf } from './frame.ts';
import {
  byYear,
  type MonthLink,
  type Period,
  periodLinks,
  periodName,
  periodsOf,
  shownIn,
  type YearLink,
} from './period.ts';
import { type ItemRef, itemRef } from './timeline.ts';

/** Something that happens on a day, or from one to another, and the item that tells of it. */
export type EventRef = { from: IsoDate; to: IsoDate; role: string; item: ItemRef };

/** What happens in a year, by month, the first first. */
export type CalendarPage = PageProps & {
  period: string | undefined;
  years: YearLink[];
  months: MonthLink[];
  byMonth: { month: number; events: EventRef[] }[];
  /** What is to come after the newest issue; on the page that is no year's alone. */
  coming: EventRef[];
  newest: IsoDate | undefined;
  file: string;
} & Neighbours;

/** How many events the front page has room for, and how many of those to come the calendar's own first page. */
const ON_FRONT = 5;
const MOST_COMING = 100;

/** `undefined` for a period in which nothing happens. Without one, what is to come and the newest issue's. */
export function calendarPage(
  archive: Archive,
  { year: period }: { year?: Period },
): CalendarPage | undefined {
  const years = calendarYears(archive);
  const newest = archive.issues[0]?.date;
  const shown = shownIn(years, period ?? currentOf(years, newest), dayOfEvent);
  if (shown === undefined) return undefined;
  const { year, month = year, told } = shown;
  const name = '日程';
  const when = period === undefined ? '' : periodName(period);
  const description = `${archive.site.name}${when}消息里的日程：征求意见截止、施行、开庭、报名截止与活动，按月排列。`;
  const path = paths.calendar(period);
  const above = period === undefined ? [] : [{ name, path: paths.calendar() }];
  const step = period === undefined ? undefined : when;
  const coming = period === undefined ? comingEvents(archive).slice(0, MOST_COMING) : [];
  return {
    ...pageOf(archive, {
      title: `${when}${name}`,
      description,
      path,
      data: itemsData(
        archive,
        { name, description, path, above, step },
        [...coming, ...told].map(({ entry }) => entry),
      ),
    }),
    period: month && periodName(month),
    ...periodLinks([...years.keys()], shown, paths.calendar),
    byMonth: groupByMonth(told),
    coming: coming.map(eventRef),
    newest,
    file: paths.calendarFile(),
  };
}

/** The events by the year in which they begin, the newest first; those of a year in their order. */
export function calendarYears(archive: Archive): Map<string, CalendarEvent[]> {
  return new Map([...byYear(eventsOf(archive), dayOfEvent)].reverse());
}

export function dayOfEvent({ from }: CalendarEvent): IsoDate {
  return from;
}

/** The month or year of an issue where something happens in it. */
function currentOf(
  years: ReadonlyMap<string, CalendarEvent[]>,
  day: IsoDate | undefined,
): Period | undefined {
  if (day === undefined) return undefined;
  const periods = periodsOf(years, dayOfEvent);
  return [day.slice(0, 7), yearOf(day)].find((period) => periods.includes(period));
}

/** What is to come first, for the front page. */
export function eventsOnFront(archive: Archive): EventRef[] {
  return comingEvents(archive).slice(0, ON_FRONT).map(eventRef);
}

function groupByMonth(events: readonly CalendarEvent[]): CalendarPage['byMonth'] {
  const months: CalendarPage['byMonth'] = [];
  for (const event of events) {
    const month = monthOf(event.from);
    const last = months.at(-1);
    if (last?.month === month) last.events.push(eventRef(event));
    else months.push({ month, events: [eventRef(event)] });
  }
  return months;
}

function eventRef({ from, to, role, entry }: CalendarEvent): EventRef {
  return { from, to, role: eventNames[role], item: itemRef(entry) };
}
