import type { Archive } from '#lib/content/archive.ts';
import { type CalendarEvent, comingEvents, eventNames, eventsOf } from '#lib/desk/calendar.ts';
import { type IsoDate, monthOf, yearOf } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { itemsData } from '#lib/syndication/structured-data/collection.ts';
import { inYear } from './desk.ts';
import { type Neighbours, type PageProps, pageOf } from './frame.ts';
import { type ItemRef, itemRef, type YearLink, yearLinks } from './timeline.ts';

/** Something that happens on a day, or from one to another, and the item that tells of it. */
export type EventRef = { from: IsoDate; to: IsoDate; role: string; item: ItemRef };

/** What happens in a year, by month, the first first. */
export type CalendarPage = PageProps & {
  year: string | undefined;
  years: YearLink[];
  months: { month: number; events: EventRef[] }[];
  /** What is to come after the newest issue; on the page that is no year's alone. */
  coming: EventRef[];
  newest: IsoDate | undefined;
  file: string;
} & Neighbours;

/** How many events the front page has room for. */
const ON_FRONT = 5;

/** `undefined` for a year in which nothing happens. Without one, what is to come and the newest issue's year. */
export function calendarPage(
  archive: Archive,
  { year }: { year?: string },
): CalendarPage | undefined {
  const years = calendarYears(archive);
  const newest = archive.issues[0]?.date;
  const current = newest !== undefined && years.has(yearOf(newest)) ? yearOf(newest) : undefined;
  const found = inYear(years, year ?? current);
  if (found === undefined) return undefined;
  const { shown, told } = found;
  const name = '日程';
  const description = `${archive.site.name}${year === undefined ? '' : `${year}年`}消息里的日程：征求意见截止、施行、开庭、报名截止与活动，按月排列。`;
  const path = paths.calendar(year);
  const above = year === undefined ? [] : [{ name, path: paths.calendar() }];
  const step = year === undefined ? undefined : `${year}年`;
  const coming = year === undefined ? comingEvents(archive) : [];
  return {
    ...pageOf(archive, {
      title: year === undefined ? name : `${year}年${name}`,
      description,
      path,
      data: itemsData(
        archive,
        { name, description, path, above, step },
        [...coming, ...told].map(({ entry }) => entry),
      ),
    }),
    year: shown,
    ...yearLinks([...years.keys()], shown, paths.calendar),
    months: monthsOf(told),
    coming: coming.map(eventRef),
    newest,
    file: paths.calendarFile(),
  };
}

/** The events by the year in which they begin, newest first. */
export function calendarYears(archive: Archive): Map<string, CalendarEvent[]> {
  const years = new Map<string, CalendarEvent[]>();
  for (const event of eventsOf(archive)) {
    const year = yearOf(event.from);
    const known = years.get(year);
    if (known === undefined) years.set(year, [event]);
    else known.push(event);
  }
  return new Map([...years].reverse());
}

/** What is to come first, for the front page. */
export function eventsOnFront(archive: Archive): EventRef[] {
  return comingEvents(archive).slice(0, ON_FRONT).map(eventRef);
}

function monthsOf(events: readonly CalendarEvent[]): CalendarPage['months'] {
  const months: CalendarPage['months'] = [];
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
