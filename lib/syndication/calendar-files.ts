import type { Archive } from '#lib/content/archive.ts';
import { type CalendarEvent, eventNames, eventsOf } from '#lib/desk/calendar.ts';
import { calendarType } from '#lib/site/feed-formats.ts';
import { onceEach } from '#lib/site/once.ts';
import { paths } from '#lib/site/paths.ts';
import { type PublicFile, publicFile } from '#lib/site/public-file.ts';
import { share } from '#lib/site/shared.ts';
import { issueTitle, type Site } from '#lib/site/site.ts';
import type { CalendarSource } from './write-calendar.ts';

/** How many events a calendar holds, the last ones: a program asks for all of it every day. */
const MOST = 200;

/** The calendar of all events and that of each topic that has one; nothing where nothing happens. */
export function calendarFiles(archive: Archive): PublicFile[] {
  const events = eventsOf(archive);
  const { name } = archive.site;
  const topics = archive.topics.map((topic) => ({
    path: paths.topicCalendar(topic.id),
    name: `${topic.name}日程 · ${name}`,
    events: events.filter(({ entry }) => entry.item.topics.includes(topic.id)),
  }));
  return [{ path: paths.calendarFile(), name: `${name}日程`, events }, ...topics]
    .filter((calendar) => calendar.events.length > 0)
    .map((calendar) =>
      publicFile({
        path: calendar.path,
        kind: 'calendar file',
        type: `${calendarType}; charset=utf-8`,
        props: () => sourceOf(archive, calendar),
        write: async (source) => {
          // Loaded when it is wanted: every command imports the list of files.
          const { writeCalendar } = await import('./write-calendar.ts');
          return writeCalendar(source);
        },
      }),
    );
}

function sourceOf(
  { site }: Archive,
  { path, name, events }: { path: string; name: string; events: readonly CalendarEvent[] },
): CalendarSource {
  return {
    site,
    path,
    name,
    events: events.slice(-MOST).map(toldBy(site)),
  };
}

/** An event is in the calendar of all and in those of its topics. */
const toldBy = onceEach((site: Site) =>
  onceEach(({ from, to, role, entry: { issue, item } }: CalendarEvent) =>
    share({
      from,
      to,
      role: eventNames[role],
      date: issue.date,
      updated: issue.updated,
      issueTitle: issueTitle(site, issue.date),
      itemId: item.id,
      title: item.title,
      sources: item.attributions.map(({ source }) => source.name).join('、'),
    }),
  ),
);
