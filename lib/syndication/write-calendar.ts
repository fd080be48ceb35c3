import { addDays, daysBetween, type IsoDate } from '#lib/site/dates.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import type { Site } from '#lib/site/site.ts';
import { eventId } from './event-id.ts';
import { calendarText, writeComponent } from './icalendar.ts';
import { publishedOn } from './published-on.ts';

/** The props of a calendar file. */
export type CalendarFileProps = {
  site: Site;
  path: string;
  name: string;
  events: {
    /** What the event is called. */
    name: string;
    /** What kind of event it is, in a word: 开庭. */
    kind: string;
    /** The first and the last day. */
    days: { first: IsoDate; last: IsoDate };
    /** Tells the events of one item apart that are of one kind and begin on one day: 1 for the first. */
    ordinal: number;
    /** What a reader should know of its days: how the year was inferred, which end is not known. */
    notes: string[];
    /** The sentence of the item that names the event, or that an editor added it. */
    sentence: string;
    /** The day of the issue that first named the event. */
    date: IsoDate;
    /** The day on which that issue last changed. */
    updated: IsoDate;
    issueTitle: string;
    itemId: string;
    /** The names of the item's sources. */
    sources: string;
  }[];
};

/** How often a program should load the calendar again: every day (ISO 8601). */
const REFRESH_INTERVAL = 'P1D';

/**
 * Writes a calendar (RFC 5545, RFC 7986) whose events last whole days. The same props give the same text: an event is
 * stamped with the time of its issue, not with the time of writing.
 */
export function writeCalendar({ site, path, name, events }: CalendarFileProps): string {
  const title = calendarText(name);
  return writeComponent({
    name: 'VCALENDAR',
    lines: [
      'VERSION:2.0',
      `PRODID:-//${calendarText(site.name)}//Dibao//ZH`,
      `URL:${absoluteUrl(site.origin, path)}`,
      `NAME:${title}`,
      `X-WR-CALNAME:${title}`,
      `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH_INTERVAL}`,
      `X-PUBLISHED-TTL:${REFRESH_INTERVAL}`,
    ],
    components: events.map((event) => ({ name: 'VEVENT', lines: eventLines(site, event) })),
  });
}

function eventLines(site: Site, event: CalendarFileProps['events'][number]): string[] {
  const { name, kind, days, ordinal, notes, sentence, date, updated, issueTitle, itemId } = event;
  const address = absoluteUrl(site.origin, paths.item(date, itemId));
  const about = [sentence, ...notes, issueTitle, `来源：${event.sources}`, address];
  const id = eventId(site, { date, itemId, kind, first: days.first, ordinal });
  return [
    `UID:${id}`,
    'SEQUENCE:0',
    `DTSTAMP:${basic(publishedOn(updated, site).toISOString())}`,
    `DTSTART;VALUE=DATE:${basic(days.first)}`,
    endLine(days.first, days.last),
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
    'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
    `SUMMARY:${calendarText(name)}`,
    `CATEGORIES:${calendarText(kind)}`,
    `DESCRIPTION:${calendarText(about.join('\n'))}`,
    `URL;VALUE=URI:${address}`,
  ];
}

/** The line that says when an event ends. DTEND is the day after; the last possible day has none and takes DURATION. */
function endLine(from: IsoDate, to: IsoDate): string {
  const end = addDays(to, 1);
  return end > to ? `DTEND;VALUE=DATE:${basic(end)}` : `DURATION:P${daysBetween(from, to) + 1}D`;
}

/** A day or an instant in the basic format of ISO 8601: without hyphens, colons and parts of a second. */
function basic(time: string): string {
  return time.replace(/\.\d+|[-:]/g, '');
}
