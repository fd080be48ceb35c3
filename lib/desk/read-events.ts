import type { Reference } from '#lib/references/reference.ts';
import type { EventDays } from './facts.ts';

/** Reads the events that an item names, each once: a title often repeats the text. */
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
