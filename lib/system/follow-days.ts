import { addDays, dayIn, instantOf } from '#lib/site/dates.ts';

/**
 * How long the clock is not looked at, at most, in ms. A timer stands still while a laptop sleeps, and cannot be set to
 * more than 24.8 days; the clock itself may be set.
 */
const LOOK_EVERY = 60_000;

/** A clock that tells the time and calls back; what `after` gives takes the call back. */
export type Clock = {
  now: () => Date;
  after: (ms: number, action: () => void) => () => void;
};

const systemClock: Clock = {
  now: () => new Date(),
  after(ms, action) {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Does something when another day has begun: at midnight, or as soon as the machine is awake again.
 * @param timeZone tells the IANA time zone that the days are of; it may change
 * @returns a function that ends it
 */
export function followDays(
  timeZone: () => string,
  onNewDay: () => void,
  clock: Clock = systemClock,
): () => void {
  let day = dayAt(clock.now(), timeZone());
  let cancel: () => void;
  const wait = () => {
    const left = day.end - clock.now().getTime();
    cancel = clock.after(Math.max(1, Math.min(left, LOOK_EVERY)), look);
  };
  const look = () => {
    const now = clock.now();
    const isOver = now.getTime() < day.seen || now.getTime() >= day.end;
    const before = day;
    if (isOver || day.timeZone !== timeZone()) day = dayAt(now, timeZone());
    wait();
    if (day.date !== before.date) onNewDay();
  };
  wait();
  return () => cancel();
}

/** The day of a moment in a time zone: from when it is known to be that day, and when it ends, in ms. */
function dayAt(now: Date, timeZone: string) {
  const date = dayIn(timeZone, now);
  const end = instantOf(addDays(date, 1), '00:00', timeZone).getTime();
  return { date, timeZone, seen: now.getTime(), end };
}
