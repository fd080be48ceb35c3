import ical from 'ical-generator';
import { addDays, type IsoDate, instantOf } from '#lib/site/dates.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import type { Site } from '#lib/site/site.ts';
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

/** How long a program may wait before it asks again, in s. */
const DAY = 24 * 60 * 60;

/**
 * A calendar with an event for each, all day long in the site's own days (RFC 5545, RFC 7986). It depends on
 * what it is made of alone: an event is stamped with the time at which its issue came out.
 */
export function writeCalendar({ site, path, name, events }: CalendarSource): string {
  const calendar = ical({
    name,
    prodId: { company: site.name, product: 'Dibao', language: 'ZH' },
    url: absoluteUrl(site.origin, path),
    ttl: DAY,
  });
  for (const { from, to, role, date, updated, issueTitle, itemId, title, sources } of events) {
    calendar.createEvent({
      id: tagUri(site, date, itemId, role, from),
      allDay: true,
      start: dayAsInstant(from),
      // The day on which an event is over is no part of it.
      end: dayAsInstant(addDays(to, 1)),
      summary: `${role}：${title}`,
      description: `${issueTitle}\n来源：${sources}`,
      url: absoluteUrl(site.origin, paths.item(date, itemId)),
      stamp: instantOf(updated, site.publishTime, site.timeZone),
    });
  }
  return `${calendar.toString().replace(/\r\n$/, '')}\r\n`;
}

/** ical-generator writes the day of an instant in UTC. */
function dayAsInstant(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`);
}
