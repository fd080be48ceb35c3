import { addDays, daysBetween, type IsoDate } from '#lib/site/dates.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import type { Site } from '#lib/site/site.ts';
import { calendarText, writeComponent } from './icalendar.ts';
import { publishedOn } from './published-on.ts';
import { tagUri } from './tag-uri.ts';

/** What a calendar is made of. */
export type CalendarSource = {
  site: Site;
  path: string;
  name: string;
  events: {
    from: IsoDate;
    to: IsoDate;
    /** What happens, in a word. */
    role: string;
    /** How its year was found, where the item does not say it. */
    yearNote: string | undefined;
    /** The day of the issue that tells of it, and that of its last correction. */
    date: IsoDate;
    updated: IsoDate;
    issueTitle: string;
    itemId: string;
    title: string;
    /** The publishers it is told by. */
    sources: string;
  }[];
};

/** How long a program may wait before it asks again: a day. */
const WAIT = 'P1D';

/**
 * A calendar with an event for each, all day long in the site's own days (RFC 5545, RFC 7986). It depends on
 * what it is made of alone: an event is stamped with the time at which its issue came out.
 */
export function writeCalendar({ site, path, name, events }: CalendarSource): string {
  const title = calendarText(name);
  return writeComponent({
    name: 'VCALENDAR',
    lines: [
      'VERSION:2.0',
      `PRODID:-//${calendarText(site.name)}//Dibao//ZH`,
      `URL:${absoluteUrl(site.origin, path)}`,
      `NAME:${title}`,
      `X-WR-CALNAME:${title}`,
      `REFRESH-INTERVAL;VALUE=DURATION:${WAIT}`,
      `X-PUBLISHED-TTL:${WAIT}`,
    ],
    components: events.map((event) => ({ name: 'VEVENT', lines: eventLines(site, event) })),
  });
}

function eventLines(site: Site, event: CalendarSource['events'][number]): string[] {
  const { from, to, role, yearNote, date, updated, issueTitle, itemId, title, sources } = event;
  return [
    `UID:${tagUri(site, date, itemId, role, from)}`,
    'SEQUENCE:0',
    `DTSTAMP:${basic(publishedOn(updated, site).toISOString())}`,
    `DTSTART;VALUE=DATE:${basic(from)}`,
    lastDay(from, to),
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
    'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
    `SUMMARY:${calendarText(`${role}：${title}`)}`,
    `DESCRIPTION:${calendarText([issueTitle, `来源：${sources}`, ...(yearNote === undefined ? [] : [yearNote])].join('\n'))}`,
    `URL;VALUE=URI:${absoluteUrl(site.origin, paths.item(date, itemId))}`,
  ];
}

/** The line that ends an event. The day in DTEND is not part of the event, and after the last day there is none. */
function lastDay(from: IsoDate, to: IsoDate): string {
  const end = addDays(to, 1);
  return end > to ? `DTEND;VALUE=DATE:${basic(end)}` : `DURATION:P${daysBetween(from, to) + 1}D`;
}

/** A day or an instant without the marks between its parts or parts of a second. */
function basic(time: string): string {
  return time.replace(/\.\d+|[-:]/g, '');
}
