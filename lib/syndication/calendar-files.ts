import type { Archive } from '#lib/content/archive.ts';
import { type CalendarEvent, eventNames, eventsOf, yearNotes } from '#lib/desk/calendar.ts';
import { calendarType } from '#lib/site/feed-formats.ts';
import { paths } from '#lib/site/paths.ts';
import type { FileSource } from '#lib/site/public-file.ts';
import { issueTitle } from '#lib/site/site.ts';
import type { CalendarFileProps } from './write-calendar.ts';

/** How many events a calendar file holds: the last ones. A program loads the whole file every day. */
const MOST = 200;

/** The calendar of all events, and one for each topic. A calendar without an event is not written. */
export function calendarFiles(archive: Archive): FileSource<'calendar', CalendarFileProps>[] {
  const events = eventsOf(archive);
  const { name } = archive.site;
  const topics = archive.topics.map((topic) => ({
    path: paths.topicCalendar(topic.id),
    name: `${topic.name}日程 · ${name}`,
    events: events.filter(({ entry }) => entry.item.topics.includes(topic.id)),
  }));
  return [{ path: paths.calendarFile(), name: `${name}日程`, events }, ...topics]
    .filter((calendar) => calendar.events.length > 0)
    .map((calendar) => ({
      path: calendar.path,
      kind: 'calendar file',
      type: `${calendarType}; charset=utf-8`,
      writer: 'calendar',
      props: () => calendarProps(archive, calendar),
    }));
}

function calendarProps(
  { site }: Archive,
  { path, name, events }: { path: string; name: string; events: readonly CalendarEvent[] },
): CalendarFileProps {
  return {
    site,
    path,
    name,
    events: events.slice(-MOST).map(({ from, to, role, year, entry: { issue, item } }) => ({
      from,
      to,
      role: eventNames[role],
      yearNote: yearNotes[year],
      date: issue.date,
      updated: issue.updated,
      issueTitle: issueTitle(site, issue.date),
      itemId: item.id,
      title: item.title,
      sources: item.attributions.map(({ source }) => source.name).join('、'),
    })),
  };
}
