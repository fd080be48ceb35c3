import { expect, test } from 'vitest';
import { type Clock, followDays } from '#lib/publish/host/follow-days.ts';

/** A clock that is set by the test; the calls back come when their time has come by its own count of awake time. */
class TestClock implements Clock {
  #pending: { action: () => void; at: number } | undefined;
  #awake = 0;
  longest = 0;

  constructor(public time: number) {}

  now = () => new Date(this.time);

  after = (ms: number, action: () => void) => {
    this.longest = Math.max(this.longest, ms);
    this.#pending = { action, at: this.#awake + ms };
    return () => {
      this.#pending = undefined;
    };
  };

  /** Time passes while the machine is awake. */
  pass(ms: number): void {
    const end = this.#awake + ms;
    for (;;) {
      const pending = this.#pending;
      if (pending === undefined || pending.at > end) break;
      this.time += pending.at - this.#awake;
      this.#awake = pending.at;
      this.#pending = undefined;
      pending.action();
    }
    this.time += end - this.#awake;
    this.#awake = end;
  }
}

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const MINUTE = 60 * 1000;

function follow(start: string, timeZone: string, publishTime = '00:00') {
  const clock = new TestClock(Date.parse(start));
  const days: string[] = [];
  const note = () => days.push(clock.now().toISOString());
  const settings = { timeZone, publishTime };
  const end = followDays(() => settings, note, clock);
  return { clock, days, end, settings };
}

test.each([
  ['Asia/Shanghai', '2025-03-31T10:00:00.000Z', '2025-03-31T16:00:00.000Z'],
  ['UTC', '2025-03-31T10:00:00.000Z', '2025-04-01T00:00:00.000Z'],
  ['America/New_York', '2025-03-31T10:00:00.000Z', '2025-04-01T04:00:00.000Z'],
  ['Asia/Kathmandu', '2025-03-31T10:00:00.000Z', '2025-03-31T18:15:00.000Z'],
  ['Pacific/Kiritimati', '2025-03-31T09:59:00.000Z', '2025-03-31T10:00:00.000Z'],
  // The night in which clocks are put forward, and the one in which they are put back.
  ['Europe/Berlin', '2025-03-30T10:00:00.000Z', '2025-03-30T22:00:00.000Z'],
  ['Europe/Berlin', '2025-10-26T10:00:00.000Z', '2025-10-26T23:00:00.000Z'],
  // Clocks skip midnight: the day begins at one.
  ['Africa/Cairo', '2025-04-24T10:00:00.000Z', '2025-04-24T22:00:00.000Z'],
])('in %s the day after %s begins at %s', (zone, start, midnight) => {
  const { clock, days } = follow(start, zone);
  clock.pass(Date.parse(midnight) - Date.parse(start) - 1);
  expect(days).toEqual([]);
  clock.pass(1);
  expect(days).toEqual([midnight]);
  clock.pass(20 * HOUR);
  expect(days).toHaveLength(1);
});

test('an issue is published at the hour of publication, not at midnight', () => {
  const { clock, days, settings } = follow('2025-03-31T10:00:00Z', 'Asia/Shanghai', '08:00');
  clock.pass(13 * HOUR);
  expect(days).toEqual([]);
  clock.pass(HOUR);
  expect(days).toEqual(['2025-04-01T00:00:00.000Z']);
  settings.publishTime = '06:30';
  clock.pass(DAY);
  expect(days.at(-1)).toBe('2025-04-01T22:30:00.000Z');
});

test('each day of a long time is followed once, and no timer is long', () => {
  const { clock, days } = follow('2025-03-31T10:00:00Z', 'Asia/Shanghai');
  clock.pass(60 * DAY);
  expect(days).toHaveLength(60);
  expect(new Set(days.map((day) => day.slice(11)))).toEqual(new Set(['16:00:00.000Z']));
  expect(clock.longest).toBeLessThanOrEqual(MINUTE);
});

test('a laptop that slept over midnight, or for weeks, follows once it is awake', () => {
  const { clock, days } = follow('2025-03-31T10:00:00Z', 'Asia/Shanghai');
  clock.time += 8 * HOUR;
  clock.pass(MINUTE);
  expect(days).toHaveLength(1);
  clock.time += 40 * DAY;
  clock.pass(MINUTE);
  expect(days).toHaveLength(2);
});

test('another time zone, and a clock that is set back, are followed', () => {
  const { clock, days, settings } = follow('2025-03-31T10:00:00Z', 'UTC');
  settings.timeZone = 'Pacific/Kiritimati';
  clock.pass(MINUTE);
  expect(days).toHaveLength(1);
  clock.time -= 2 * DAY;
  clock.pass(MINUTE);
  expect(days).toHaveLength(2);
});

test('nothing is followed after the end', () => {
  const { clock, days, end } = follow('2025-03-31T10:00:00Z', 'UTC');
  end();
  clock.pass(3 * DAY);
  expect(days).toEqual([]);
});
