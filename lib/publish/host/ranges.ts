import type { IncomingHttpHeaders } from 'node:http';

/** A part of a file: the offsets of its first and its last byte. */
export type ByteRange = { start: number; end: number };

/**
 * The part of a file that a GET asks for (RFC 9110, 14.2). `undefined` where the whole file is to be sent: there is no
 * range, or it is malformed, or there are several, or the range is meant for another version of the file.
 * @param size in bytes
 * @param tag the strong entity tag of the file
 */
export function readRange(
  { range, 'if-range': ifRange }: IncomingHttpHeaders,
  size: number,
  tag: string,
): ByteRange | 'unsatisfiable' | undefined {
  // `If-Range` with a date never matches (13.1.5), because no answer has a `Last-Modified`.
  if (range === undefined || (ifRange !== undefined && ifRange !== tag)) return undefined;
  const [, list = ''] = /^bytes=(.*)$/i.exec(range) ?? [];
  // RFC 9110, 5.6.1.2: a list may have empty members.
  const [only = '', ...others] = list.split(',').flatMap((part) => part.trim() || []);
  const [, first = '', last = ''] = /^(\d*)-(\d*)$/.exec(only) ?? [];
  if (others.length > 0 || first + last === '') return undefined;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Number(last);
  if (last !== '' && end < start) return undefined;
  return start >= size ? 'unsatisfiable' : { start, end: Math.min(end, size - 1) };
}
