import type { Archive } from '#lib/content/archive.ts';
import { type CalendarEvent, eventsOf, yearNotes } from '#lib/desk/lists/events.ts';
import { eventKinds } from '#lib/desk/words.ts';
import type { EventsJson } from '#lib/editions/json/lists/desk-schemas.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { eventId } from '#lib/syndication/event-id.ts';
import { calendarList } from '../calendar.ts';
import type { DeskList } from '../desk.ts';
import { periodOf } from '../period.ts';
import { aboutList, MOST, toldJson } from './common.ts';

/** The last events of the calendar, or those that begin in a year. */
export function eventsJson(archive: Archive, year?: string): EventsJson {
  const list = calendarList(archive);
  const { years } = list;
  const events = year === undefined ? eventsOf(archive).slice(-MOST) : (years.get(year) ?? []);
  return {
    ...aboutList(archive, 'events', year, years.keys()),
    events: events.map((event) => eventJson(archive, event, list)),
  };
}

/** @param list says on which page of the calendar the event stands */
function eventJson(
  archive: Archive,
  event: CalendarEvent,
  { years, dayOf, most }: DeskList<CalendarEvent>,
): EventsJson['events'][number] {
  const { name, kind, from, to, year, days, told, ordinal } = event;
  const { issue, item } = told[0].entry;
  const kindLabel = eventKinds[kind];
  const identity = {
    date: issue.date,
    itemId: item.id,
    kind: kindLabel,
    first: days.first,
    ordinal,
  };
  const period = periodOf(years, dayOf(event), dayOf, most);
  const yearNote = yearNotes[year];
  return {
    id: eventId(archive.site, identity),
    name,
    url: absoluteUrl(archive.site.origin, paths.calendar(period)),
    kind,
    kindLabel,
    // A deadline is its last day.
    ...(from === undefined || kind === 'deadline' ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    yearBasis: year,
    ...(yearNote === undefined ? {} : { yearNote }),
    ...toldJson(archive, told),
  };
}
