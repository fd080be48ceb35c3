import type { IncomingHttpHeaders } from 'node:http';

/** A part of a file: the places of its first byte and of its last. */
export type Part = { start: number; end: number };

/**
 * The part of a file that a GET asks for (RFC 9110, 14.2). `undefined` where all of it is to be sent: no range is
 * asked for, one that is malformed, several at once, or one of another version of the file.
 * @param size in bytes
 * @param tag the strong entity tag of the file
 */
export function readRange(
  { range, 'if-range': ifRange }: IncomingHttpHeaders,
  size: number,
  tag: string,
): Part | 'unsatisfiable' | undefined {
  // A day never fits (13.1.5), because no answer has a `Last-Modified`.
  if (range === undefined || (ifRange !== undefined && ifRange !== tag)) return undefined;
  const [, list = ''] = /^bytes=(.*)$/i.exec(range) ?? [];
  // A list may have empty members (5.6.1.2).
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
