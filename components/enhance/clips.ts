import { recall, remember } from './store.ts';

/** An item that the reader ticked: the day of its issue and its id. */
export type Clip = { date: string; id: string };

const CLIP = /^(\d{4}-\d{2}-\d{2})\.(.+)$/;

/**
 * `2025-03-31.ew162c,2025-04-28.k3x9qa`, as the browser and the address keep a selection, in order. An
 * id is letters, digits and hyphens: it needs no escape.
 */
export function writeClips(clips: readonly Clip[]): string {
  return clips.map(({ date, id }) => `${date}.${id}`).join(',');
}

export function readClips(text: string): Clip[] {
  return text.split(',').flatMap((part) => {
    const [, date, id] = CLIP.exec(part) ?? [];
    return date && id ? [{ date, id }] : [];
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
