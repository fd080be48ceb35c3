import { fold } from '#lib/site/fold.ts';
import type { EventFact } from '../facts.ts';
import type { EventCorrection } from './desk-entry.ts';

/**
 * The events of an item as an editor corrects them. All that she says of one name replaces together what was read under
 * it. An event that is not read and has no days in the correction adds nothing.
 */
export function correctEvents(
  events: readonly EventFact[],
  corrections: readonly EventCorrection[],
): EventFact[] {
  const meant = corrections.map((correction) => ({
    correction,
    read: meantBy(correction, events),
  }));
  const replaced = new Set(meant.flatMap(({ read }) => read));
  return [
    ...events.filter((event) => !replaced.has(event)),
    ...meant.flatMap(({ correction, read }) => correctEvent(correction, read)),
  ];
}

/**
 * The events that were read and that a correction means: those of its name. Where several kinds have this name, the
 * kind that it gives decides.
 */
function meantBy({ name, was = name, kind }: EventCorrection, events: readonly EventFact[]) {
  const named = events.filter((event) => fold(event.name) === fold(was));
  const ofKind = named.filter((event) => event.kind === kind);
  return ofKind.length > 0 ? ofKind : named;
}

function correctEvent(
  { name, kind, days }: EventCorrection,
  read: readonly EventFact[],
): EventFact[] {
  if (days === undefined)
    return read.map((event) => ({ ...event, name, kind: kind ?? event.kind }));
  const [known] = read;
  const own = kind ?? known?.kind ?? 'event';
  // The first day of a deadline is not known: it is the day on which the entries or comments begin.
  const from = own === 'deadline' && days.from === days.to ? undefined : days.from;
  const same = read.find((event) => event.from === from && event.to === days.to);
  return [{ name, kind: own, from, to: days.to, year: 'written', clause: same?.clause }];
}
