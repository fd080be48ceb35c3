import { describe, expect, test } from 'vitest';
import { entryDay } from '#lib/editor/inbox/feeds/entry-day.ts';

const now = new Date('2025-03-31T04:00:00Z');
const dayOf = (text: string | undefined, timeZone = 'Asia/Shanghai') =>
  entryDay(text, { timeZone, now });

describe('the day of an entry', () => {
  test.each([
    ['Wed, 26 Mar 2025 10:00:00 +0800', '2025-03-26'],
    ['Wed, 26 Mar 2025 18:00:00 GMT', '2025-03-27'],
    ['26 Mar 2025 18:00 UT', '2025-03-27'],
    ['Wednesday, 26 March 2025 01:00:00 +0900', '2025-03-26'],
    ['Wed, 26 Mar 25 00:30:00 -0500', '2025-03-26'],
    ['2025-03-26T23:30:00-05:00', '2025-03-27'],
    ['2025-03-26T15:59:59.999Z', '2025-03-26'],
    ['2025-03-26T16:00:00Z', '2025-03-27'],
    // Without a zone, or with one that means several, the day is the one that is written.
    ['2025-03-26 23:59:59', '2025-03-26'],
    ['Wed, 26 Mar 2025 23:00:00 CST', '2025-03-26'],
    ['  2025-3-6  ', '2025-03-06'],
    ['2025/03/26 10:00', '2025-03-26'],
    ['2025年3月26日 10:00', '2025-03-26'],
  ])('%s is %s', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });

  test('is counted in the time zone of the publication', () => {
    expect(dayOf('2025-03-26T02:00:00Z', 'America/New_York')).toBe('2025-03-25');
  });

  test.each([
    undefined,
    '',
    'yesterday',
    '2025-02-30',
    '2025-13-01',
    '32 Mar 2025',
    '26 Foo 2025',
    '99999999999',
    '20250326',
    '2025-03-261',
    '0000-00-00T00:00:00Z',
    '9999-12-31T23:59:59-12:00',
  ])('is left out where %j is none', (text) => {
    expect(dayOf(text)).toBeUndefined();
  });

  test('is today where a clock runs ahead by hours, and left out where it is still to come', () => {
    expect(dayOf('Mon, 31 Mar 2025 20:00:00 GMT')).toBe('2025-03-31');
    expect(dayOf('2025-04-01')).toBe('2025-03-31');
    expect(dayOf('2025-04-02')).toBeUndefined();
    expect(dayOf('2099-01-01T00:00:00Z')).toBeUndefined();
  });
});
