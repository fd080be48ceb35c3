import type { Archive } from '#lib/content/archive.ts';
import { type Entry, entriesIn } from '#lib/content/queries.ts';
import type { DateRole } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { onceEach } from '#lib/site/once.ts';

/**
 * What a day of the calendar is for. The day on which something was published is past when it is told, and what
 * was published stands in its issue: it is for no calendar.
 */
export type EventRole = Exclude<DateRole, 'published'>;

/** What an event is called. */
export const eventNames: Readonly<Record<EventRole, string>> = {
  'consultation ends': '征求意见截止',
  'applies from': '施行',
  'in force': '生效',
  hearing: '开庭',
  judgment: '裁判',
  'registration ends': '报名截止',
  event: '活动',
};

/** Days on which something happens that an item tells of; one day where both are equal. */
export type CalendarEvent = { from: IsoDate; to: IsoDate; role: EventRole; entry: Entry };

/** Every event that an item tells of, by its first day; those of one day in the order of the issues, newest first. */
export const eventsOf: (archive: Archive) => readonly CalendarEvent[] = onceEach(findEvents);

function findEvents(archive: Archive): CalendarEvent[] {
  const events = Array.from(entriesIn(archive)).flatMap(eventsIn);
  return events.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Of all items of an archive few are others than in the one before. */
const eventsIn = onceEach((entry: Entry): CalendarEvent[] => {
  const events = new Map<string, CalendarEvent>();
  for (const reference of entry.item.references) {
    if (reference.kind !== 'date' || reference.role === 'published') continue;
    const { from, to, role } = reference;
    const key = `${from} ${to} ${role}`;
    // A title says again what the text says.
    if (!events.has(key)) events.set(key, { from, to, role, entry });
  }
  return [...events.values()];
});

/** What is still to come, or going on, on the day of the newest issue; the first first. */
export function comingEvents(archive: Archive): CalendarEvent[] {
  const newest = archive.issues[0]?.date;
  return newest === undefined ? [] : eventsOf(archive).filter(({ to }) => to > newest);
}
