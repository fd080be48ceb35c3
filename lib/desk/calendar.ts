import type { Archive } from '#lib/content/archive.ts';
import { type Entry, entriesIn } from '#lib/content/queries.ts';
import type { YearBasis } from '#lib/references/reference.ts';
import { memoise } from '#lib/system/memo.ts';
import type { EventDays, EventRole } from './facts.ts';

/** The name of each kind of event on the pages. */
export const eventNames: Readonly<Record<EventRole, string>> = {
  'consultation ends': '征求意见截止',
  'applies from': '施行',
  'in force': '生效',
  hearing: '开庭',
  judgment: '裁判',
  'registration ends': '报名截止',
  event: '活动',
};

/** The note beside a day whose year is inferred; `undefined` where none is needed. */
export const yearNotes: Readonly<Record<YearBasis, string | undefined>> = {
  written: undefined,
  word: undefined,
  ahead: '消息里没有写年份，按“多在刊期之后”推定',
  past: '消息里没有写年份，按“多在刊期之前”推定',
  nearest: '消息里没有写年份，取离刊期最近的一年',
};

/** An event, and the entry that names it. */
export type CalendarEvent = EventDays & { entry: Entry };

/**
 * Every event that the archive names, in the order of their first days. Those of one day are in the order of the
 * issues, newest first. Memoised: the calendars need it 25 times, which would take 1 s for 520 issues.
 */
export const eventsOf: (archive: Archive) => readonly CalendarEvent[] = memoise(findEvents);

function findEvents(archive: Archive): CalendarEvent[] {
  const events: CalendarEvent[] = [];
  for (const entry of entriesIn(archive))
    for (const event of archive.factsOf(entry.item, entry.issue.date).events)
      events.push({ ...event, entry });
  return events.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** The events that end after the day of the newest issue, in the order of their first days. */
export function comingEvents(archive: Archive): CalendarEvent[] {
  const newest = archive.issues[0]?.date;
  return newest === undefined ? [] : eventsOf(archive).filter(({ to }) => to > newest);
}
