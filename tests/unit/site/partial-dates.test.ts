import { describe, expect, test } from 'vitest';
import { firstDayOf, formatPartial, lastDayOf } from '#lib/site/partial-dates.ts';

describe('a day, a month or a year', () => {
  test.each([
    ['2025-06-27', '2025-06-27', '2025-06-27', '2025年6月27日'],
    ['2025-06', '2025-06-01', '2025-06-30', '2025年6月'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024年2月'],
    ['2025-12', '2025-12-01', '2025-12-31', '2025年12月'],
    ['9999-12', '9999-12-01', '9999-12-31', '9999年12月'],
    ['2025', '2025-01-01', '2025-12-31', '2025年'],
    ['0001', '0001-01-01', '0001-12-31', '0001年'],
  ])('%s lasts from %s to %s and is printed %s', (date, first, last, printed) => {
    expect([firstDayOf(date), lastDayOf(date), formatPartial(date)]).toEqual([
      first,
      last,
      printed,
    ]);
  });

  test.each([
    ['2025-06-27', '2025-06-20', '6月27日'],
    ['2025-11', '2025-05', '11月'],
    ['2026-01-10', '2025-12-20', '2026年1月10日'],
    ['2026', '2026', '2026年'],
  ])('%s after %s is printed %s', (date, after, printed) => {
    expect(formatPartial(date, after)).toBe(printed);
  });

  test('is nothing else', () => {
    for (const text of ['', '2025-13', '2025-02-30', '25', 'June'])
      expect(() => firstDayOf(text), text).toThrow(RangeError);
  });
});
