import type { DateRole, Reference, YearRule } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';

/**
 * What a day of the calendar is for. The day on which something was published is past when it is reported, and what
 * was published stands in its issue: it is for no calendar.
 */
export type EventRole = Exclude<DateRole, 'published'>;

/** Days on which something happens. For one day both are equal. */
export type EventDays = {
  from: IsoDate;
  to: IsoDate;
  role: EventRole;
  /** Whether the year is written, or how it was inferred. */
  year: YearRule;
};

/** The events that an item names, each once: a title often repeats what the text says. */
export function readEvents(references: readonly Reference[]): EventDays[] {
  const events = new Map<string, EventDays>();
  for (const reference of references) {
    if (reference.kind !== 'date' || reference.role === 'published') continue;
    const { from, to, role, year } = reference;
    const key = `${from} ${to} ${role}`;
    if (!events.has(key)) events.set(key, { from, to, role, year });
  }
  return [...events.values()];
}
