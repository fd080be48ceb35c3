import { ZipPassThrough, type Zippable, zipSync } from 'fflate';
import type { IsoDate } from '#lib/site/dates.ts';

/** A file in an archive; text is written as UTF-8. */
export type ZipEntry = { path: string; content: string | Uint8Array; isStored?: true };

/**
 * A zip archive of files in their order, the same bytes wherever and whenever it is made: every file is
 * dated noon of `day`.
 */
export function zip(entries: readonly ZipEntry[], day: IsoDate): Uint8Array<ArrayBuffer> {
  const mtime = noonOf(day);
  const files: Zippable = {};
  for (const { path, content, isStored } of entries) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    files[path] = [bytes, { mtime, level: isStored ? 0 : 6 }];
  }
  return zipSync(files);
}

/** Noon of a day as a zip archive notes it: without a time zone, and none before 1980. */
export function noonOf(day: IsoDate): Date {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return year < 1980 ? new Date(1980, 0, 1, 12) : new Date(year, month - 1, date, 12);
}

/** The CRC-32 of some bytes, as a zip archive notes it of each file. */
export function crcOf(bytes: Uint8Array): number {
  const sum = new ZipPassThrough('');
  sum.ondata = () => {};
  sum.push(bytes, true);
  // Its bits as a number without a sign.
  return sum.crc >>> 0;
}
