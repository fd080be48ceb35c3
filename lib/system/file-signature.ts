import type { Stats } from 'node:fs';

/** A text that changes when a file is written or another file takes its place. */
export function signatureOf({ mtimeMs, size, ino }: Stats): string {
  return `${mtimeMs} ${size} ${ino}`;
}
