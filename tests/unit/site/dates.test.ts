import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayIn,
  daysBetween,
  formatChineseDate,
  formatDate,
  formatInstant,
  formatMonthDay,
  formatWeekday,
  instantOf,
  isIsoDate,
  monthOf,
  readDate,
  yearOf,
} from '#lib/site/dates.ts';

test.each([
  ['2025-03-31', true],
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['2025-13-01', false],
  ['2025-00-10', false],
  ['2024-02-30', false],
  ['0001-01-01', true],
  ['0000-01-01', false],
  ['9999-12-31', true],
  ['2025-3-31', false],
  ['2025-03-31T00:00', false],
  ['', false],
])('%s is a day: %s', (text, expected) => {
  expect(isIsoDate(text)).toBe(expected);
});

test('a day is read in the forms that editors type', () => {
  expect(readDate('2025年3月1日')).toBe('2025-03-01');
  expect(readDate('2025-03-01')).toBe('2025-03-01');
  expect(readDate('2025年2月30日')).toBeUndefined();
  expect(readDate('3月1日')).toBeUndefined();
});

describe('a day is written', () => {
  test('for readers', () => {
    expect(formatDate('2025-03-01')).toBe('2025年3月1日');
    expect(formatMonthDay('2025-03-01')).toBe('3月1日');
    expect(formatWeekday('2025-03-31')).toBe('星期一');
  });

  test.each([
    ['2025-03-31', '二〇二五年三月三十一日'],
    ['2010-10-10', '二〇一〇年十月十日'],
    ['1999-12-20', '一九九九年十二月二十日'],
    ['2025-11-21', '二〇二五年十一月二十一日'],
  ] as const)('%s in Chinese numerals', (date, expected) => {
    expect(formatChineseDate(date)).toBe(expected);
  });
});

test('days are counted on the calendar, over leap days and clock changes', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('2025-03-31', -7)).toBe('2025-03-24');
  expect(addDays('9999-12-24', 7)).toBe('9999-12-31');
  expect(daysBetween('2025-03-24', '2025-03-31')).toBe(7);
  expect(yearOf('2025-03-31')).toBe('2025');
  expect(monthOf('2025-03-31')).toBe(3);
});

test.each([
  ['9999-12-31', 1, '9999-12-31'],
  ['9999-06-01', 365, '9999-12-31'],
  ['0001-01-01', -7, '0001-01-01'],
  ['0001-01-05', -1, '0001-01-04'],
  ['0001-01-01', 365, '0002-01-01'],
] as const)('%s and %d days is %s: no other day has four digits of a year', (date, days, sum) => {
  expect(addDays(date, days)).toBe(sum);
});

test('the same moment has different dates in different time zones', () => {
  const moment = new Date('2025-03-30T17:00:00Z');
  expect(dayIn('Asia/Shanghai', moment)).toBe('2025-03-31');
  expect(dayIn('UTC', moment)).toBe('2025-03-30');
});

test.each([
  ['2025-03-31', '08:00', 'Asia/Shanghai', '2025-03-31T00:00:00.000Z'],
  ['2025-03-31', '00:30', 'Asia/Shanghai', '2025-03-30T16:30:00.000Z'],
  ['2025-01-15', '08:00', 'America/New_York', '2025-01-15T13:00:00.000Z'],
  ['2025-07-15', '08:00', 'America/New_York', '2025-07-15T12:00:00.000Z'],
  ['0001-01-01', '08:00', 'UTC', '0001-01-01T08:00:00.000Z'],
  ['0096-02-29', '08:00', 'UTC', '0096-02-29T08:00:00.000Z'],
  ['9999-12-31', '08:00', 'Asia/Shanghai', '9999-12-31T00:00:00.000Z'],
  // Clocks went from 02:00 to 03:00.
  ['2025-03-09', '02:30', 'America/New_York', '2025-03-09T07:30:00.000Z'],
] as const)('%s %s in %s is %s', (date, time, timeZone, instant) => {
  expect(instantOf(date, time, timeZone).toISOString()).toBe(instant);
  expect(new Date(formatInstant(new Date(instant), timeZone)).toISOString()).toBe(instant);
});

test('an instant is written as clocks show it, with their offset', () => {
  const instant = new Date('2025-03-31T00:00:00Z');
  expect(formatInstant(instant, 'Asia/Shanghai')).toBe('2025-03-31T08:00:00+08:00');
  expect(formatInstant(instant, 'UTC')).toBe('2025-03-31T00:00:00+00:00');
  expect(formatInstant(instant, 'America/St_Johns')).toBe('2025-03-30T21:30:00-02:30');
});
