import { ZipPassThrough, type Zippable, zipSync } from 'fflate';
import type { IsoDate } from '#lib/site/dates.ts';

/** A file in a zip archive. Text is written as UTF-8. `isStored` leaves it uncompressed. */
export type ZipEntry = { path: string; content: string | Uint8Array; isStored?: true };

/**
 * Writes a zip archive of files in their order. The same files give the same bytes wherever and whenever it is written:
 * every file is dated noon of `day`.
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

/** Noon of a day as a zip archive can store it: without a time zone, and not before 1980. */
export function noonOf(day: IsoDate): Date {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return year < 1980 ? new Date(1980, 0, 1, 12) : new Date(year, month - 1, date, 12);
}

/** The CRC-32 of some bytes, which a zip archive stores for each file. */
export function crcOf(bytes: Uint8Array): number {
  const sum = new ZipPassThrough('');
  sum.ondata = () => {};
  sum.push(bytes, true);
  // The same 32 bits as an unsigned number.
  return sum.crc >>> 0;
}
