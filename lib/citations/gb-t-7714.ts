import { oneLine, type Reference, titleOf } from './reference.ts';

/** The editions of the standard. That of 2025 is in force since 2026-07-01. */
export type Edition = 2015 | 2025;

/**
 * Cites by GB/T 7714, 信息与文献 参考文献著录规则: 8.11.3 (网页) of the edition of 2025, 4.6.2 of that of 2015.
 *
 *     author. title[EB/OL]. （day of publication）[day of reading]. address.
 *
 * Both editions have the same parts in the same order. That of 2025 sets all signs but the full stop and the square
 * brackets in full width; as in the examples of Chinese entries, entries in other scripts keep the signs of their own.
 * What is not online is of type Z (其他), since we do not know what kind of publication a source is, and has no day of
 * reading: the edition of 2025 dropped it there.
 * @param read the day on which the reader saw the page, `YYYY-MM-DD`
 */
export function citeByStandard(reference: Reference, read: string, edition: Edition): string {
  const { author, date, url } = reference;
  const head = `${oneLine(author)}. ${titleOf(reference)}`;
  if (url === undefined) return `${head}[Z].${date === undefined ? '' : ` ${date}.`}`;
  const isFullWidth = edition === 2025 && /\p{Script=Han}/u.test(head);
  const published = date === undefined ? '' : isFullWidth ? `（${date}）` : `(${date})`;
  return `${head}[EB/OL]. ${published}[${read}]. ${url}.`;
}
