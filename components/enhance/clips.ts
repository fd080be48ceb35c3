import type { IsoDate } from '#lib/site/dates.ts';
import { recall, remember } from './store.ts';

/** An item that the reader ticked: the day of its issue and its id. */
export type Clip = { date: IsoDate; id: string };

/** `2025-03-31.ew162c`: what tells a clip from others. An id is letters, digits and hyphens. */
export function keyOf({ date, id }: Clip): string {
  return `${date}.${id}`;
}

/** `2025-03-31.ew162c,2025-04-28.k3x9qa`, as the browser and the address keep a selection, in order. */
export function writeClips(clips: readonly Clip[]): string {
  return clips.map(keyOf).join(',');
}

/** The selection that a text holds; what is no clip in it is left out, and what is twice in it. */
export function readClips(text: string): Clip[] {
  const parts = new Set(text.split(','));
  return [...parts].flatMap((part) => {
    const [, date = '', id = ''] = /^([^.]*)\.(.+)$/.exec(part) ?? [];
    return isDay(date) ? [{ date, id }] : [];
  });
}

/** The reader's selection in this browser. */
export function keptClips(): Clip[] {
  return readClips(recall('clips') ?? '');
}

/** Keeps the selection. @returns whether the browser kept it */
export function keepClips(clips: readonly Clip[]): boolean {
  return remember('clips', clips.length === 0 ? undefined : writeClips(clips));
}

/** A selection with one clip taken out. */
export function without(clips: readonly Clip[], clip: Clip): Clip[] {
  return clips.filter((other) => keyOf(other) !== keyOf(clip));
}

/** Whether a text has the form of a day; that there was an issue on it, only the site knows. */
function isDay(text: string): text is IsoDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
