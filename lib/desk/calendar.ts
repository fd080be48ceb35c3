import type { Archive } from '#lib/content/archive.ts';
import { type Entry, entriesIn } from '#lib/content/queries.ts';
import type { YearRule } from '#lib/references/reference.ts';
import { memoise } from '#lib/system/memo.ts';
import type { EventDays, EventRole } from './facts.ts';

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

/** The note that the calendar shows at a day whose year is inferred. */
export const yearNotes: Readonly<Record<YearRule, string | undefined>> = {
  written: undefined,
  word: undefined,
  ahead: '消息里没有写年份，按“多在刊期之后”推定',
  past: '消息里没有写年份，按“多在刊期之前”推定',
  nearest: '消息里没有写年份，取离刊期最近的一年',
};

/** An event, and the item that names it. */
export type CalendarEvent = EventDays & { entry: Entry };

/**
 * Every event that an item names, by its first day; those of one day in the order of the issues, newest first.
 * Memoised: calendars ask 25 times for 520 issues, which would take 1 s.
 */
export const eventsOf: (archive: Archive) => readonly CalendarEvent[] = memoise(findEvents);

function findEvents(archive: Archive): CalendarEvent[] {
  const events: CalendarEvent[] = [];
  for (const entry of entriesIn(archive))
    for (const event of archive.factsOf(entry.item, entry.issue.date).events)
      events.push({ ...event, entry });
  return events.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** What is still to come, or going on, on the day of the newest issue; the first first. */
export function comingEvents(archive: Archive): CalendarEvent[] {
  const newest = archive.issues[0]?.date;
  return newest === undefined ? [] : eventsOf(archive).filter(({ to }) => to > newest);
}
