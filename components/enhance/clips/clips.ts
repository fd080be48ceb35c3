import type { IsoDate } from '#lib/site/dates.ts';
import { recall, remember } from '../reader/store.ts';

/** An item that the reader has selected: the day of its issue and its id. */
export type Clip = { date: IsoDate; id: string };

/** The key of a clip, such as `2025-03-31.ew162c`. An id has letters, digits and hyphens. */
export function keyOf({ date, id }: Clip): string {
  return `${date}.${id}`;
}

/** Writes a selection, in order, as it is stored and put into addresses: `2025-03-31.ew162c,2025-04-28.k3x9qa`. */
export function writeClips(clips: readonly Clip[]): string {
  return clips.map(keyOf).join(',');
}

/** Reads a selection from a text. Parts that are no clip, and clips that are repeated, are left out. */
export function readClips(text: string): Clip[] {
  const parts = new Set(text.split(','));
  return [...parts].flatMap((part) => {
    const [, date = '', id = ''] = /^([^.]*)\.(.+)$/.exec(part) ?? [];
    return isDay(date) ? [{ date, id }] : [];
  });
}

/** The reader's selection that this browser stores. */
export function storedClips(): Clip[] {
  return readClips(recall('clips') ?? '');
}

/** Stores the selection. @returns whether the browser allowed it */
export function storeClips(clips: readonly Clip[]): boolean {
  return remember('clips', clips.length === 0 ? undefined : writeClips(clips));
}

/** A selection without one of its clips. */
export function without(clips: readonly Clip[], clip: Clip): Clip[] {
  return clips.filter((other) => keyOf(other) !== keyOf(clip));
}

/** Whether a text has the form of a day. There need not be an issue of that day. */
function isDay(text: string): text is IsoDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
