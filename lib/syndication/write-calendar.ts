import { addDays, daysBetween, type IsoDate } from '#lib/site/dates.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import type { Site } from '#lib/site/site.ts';
import { calendarText, writeComponent } from './icalendar.ts';
import { publishedOn } from './published-on.ts';
import { tagUri } from './tag-uri.ts';

/** The props of a calendar file. */
export type CalendarFileProps = {
  site: Site;
  path: string;
  name: string;
  events: {
    from: IsoDate;
    to: IsoDate;
    /** What happens, in a word or two: 开庭. */
    role: string;
    /** How its year was inferred, where the item does not state the year. */
    yearNote: string | undefined;
    /** The day of the issue that names the event. */
    date: IsoDate;
    /** The day on which that issue last changed. */
    updated: IsoDate;
    issueTitle: string;
    itemId: string;
    title: string;
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
  const { from, to, role, yearNote, date, updated, issueTitle, itemId, title, sources } = event;
  return [
    `UID:${tagUri(site, date, itemId, role, from)}`,
    'SEQUENCE:0',
    `DTSTAMP:${basic(publishedOn(updated, site).toISOString())}`,
    `DTSTART;VALUE=DATE:${basic(from)}`,
    endLine(from, to),
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
    'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
    `SUMMARY:${calendarText(`${role}：${title}`)}`,
    `DESCRIPTION:${calendarText([issueTitle, `来源：${sources}`, ...(yearNote === undefined ? [] : [yearNote])].join('\n'))}`,
    `URL;VALUE=URI:${absoluteUrl(site.origin, paths.item(date, itemId))}`,
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
