import type { Archive } from '#lib/content/archive.ts';
import { actsOf } from '#lib/desk/lists/acts.ts';
import { casesOf } from '#lib/desk/lists/cases.ts';
import { type CalendarEvent, eventsOf, yearNotes } from '#lib/desk/lists/events.ts';
import { eventsOfActs, hearingsOfCases } from '#lib/desk/lists/own-events.ts';
import { sentenceOf } from '#lib/desk/lists/quotations.ts';
import { eventKinds } from '#lib/desk/words.ts';
import { calendarType } from '#lib/site/feed-formats.ts';
import { paths } from '#lib/site/paths.ts';
import type { FileSource } from '#lib/site/public-file.ts';
import { issueTitle } from '#lib/site/site.ts';
import type { CalendarFileProps } from './write-calendar.ts';

/** How many events a calendar file holds: the last ones. A program loads the whole file every day. */
const MOST = 200;

/** A calendar, before its events are made ready to be written. */
type Calendar = { path: string; name: string; events: readonly CalendarEvent[] };

/**
 * The calendar of all events, one for each topic, one for each act with the days from which it applies, and one for
 * each case with its hearings. A calendar without an event is not written.
 */
export function calendarFiles(archive: Archive): FileSource<'calendar', CalendarFileProps>[] {
  return calendarsOf(archive)
    .filter((calendar) => calendar.events.length > 0)
    .map((calendar) => ({
      path: calendar.path,
      kind: 'calendar file',
      type: `${calendarType}; charset=utf-8`,
      writer: 'calendar',
      props: () => calendarProps(archive, calendar),
    }));
}

function calendarsOf(archive: Archive): Calendar[] {
  const events = eventsOf(archive);
  const { name: site } = archive.site;
  return [
    { path: paths.calendarFile(), name: `${site}日程`, events },
    ...archive.topics.map(({ id, name }) => ({
      path: paths.topicCalendar(id),
      name: `${name}日程 · ${site}`,
      events: events.filter(({ told }) => told.some(({ entry }) => entry.item.topics.includes(id))),
    })),
    ...actsOf(archive).all.map(({ id, name }) => ({
      path: paths.lawCalendar(id),
      name: `${name}日程 · ${site}`,
      events: eventsOfActs(archive).get(id) ?? [],
    })),
    ...casesOf(archive).all.map(({ id, name }) => ({
      path: paths.caseCalendar(id),
      name: `${name}开庭 · ${site}`,
      events: hearingsOfCases(archive).get(id) ?? [],
    })),
  ];
}

function calendarProps({ site }: Archive, { path, name, events }: Calendar): CalendarFileProps {
  return {
    site,
    path,
    name,
    events: events
      .slice(-MOST)
      .map(({ name: event, kind, from, to, year, days, told, ordinal }) => {
        const [first] = told;
        const { issue, item } = first.entry;
        return {
          name: event,
          kind: eventKinds[kind],
          days,
          ordinal,
          notes: [...openEnd(kind === 'deadline' ? to : from, to), yearNotes[year]].flatMap(
            (note) => note ?? [],
          ),
          sentence: sentenceOf(first) ?? '编辑补充',
          date: issue.date,
          updated: issue.updated,
          issueTitle: issueTitle(site, issue.date),
          itemId: item.id,
          sources: item.attributions.map(({ source }) => source.name).join('、'),
        };
      }),
  };
}

/** What a calendar cannot say of an event of which only one end is known: it stands on that day alone. */
function openEnd(from: string | undefined, to: string | undefined): string[] {
  if (from === undefined) return ['消息里没有写从哪天开始，这里只记最后一天'];
  return to === undefined ? ['消息里没有写到哪天为止，这里只记第一天'] : [];
}
