/**
 * `Retry-After` (RFC 9110, 10.2.3), a number of seconds or a day and time, in seconds from `now` and never below 0;
 * `undefined` for anything else.
 */
export function readRetryAfter(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // `Date.parse` reads more than the three forms of HTTP, some of them plain numbers.
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return undefined;
  return Math.max(0, Math.ceil((time - now.getTime()) / 1000));
}
