import { addDays, instantOf, lastPublicDay } from '#lib/site/dates.ts';

/**
 * The longest time between two looks at the clock, in ms. One long timer is not enough: it stands still while a laptop
 * sleeps, it cannot be longer than 24.8 days, and someone may set the clock.
 */
const LOOK_EVERY = 60_000;

/** A clock with a timer; `after` returns a function that cancels the timer. */
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

/** When the issue of a day comes out: the hour of publication, in an IANA time zone. */
type PublicationTime = { timeZone: string; publishTime: string };

/**
 * Calls back whenever the newest day whose issue may be public is another: at the hour of publication, or as soon as
 * the machine wakes up after that.
 * @param publication when issues come out; it is called again each time, because the settings may change
 * @returns a function that ends the calls
 */
export function followDays(
  publication: () => PublicationTime,
  onNewDay: () => void,
  clock: Clock = systemClock,
): () => void {
  let day = dayAt(clock.now(), publication());
  let cancel: () => void;
  const wait = () => {
    const left = day.end - clock.now().getTime();
    cancel = clock.after(Math.max(1, Math.min(left, LOOK_EVERY)), look);
  };
  const look = () => {
    const now = clock.now();
    const isOver = now.getTime() < day.seen || now.getTime() >= day.end;
    const before = day;
    const { timeZone, publishTime } = publication();
    const isSame = day.timeZone === timeZone && day.publishTime === publishTime;
    if (isOver || !isSame) day = dayAt(now, { timeZone, publishTime });
    wait();
    if (day.date !== before.date) onNewDay();
  };
  wait();
  return () => cancel();
}

/** The newest public day; `seen` is the time of this look at the clock, `end` when the next day is public, in ms. */
function dayAt(now: Date, { timeZone, publishTime }: PublicationTime) {
  const date = lastPublicDay({ timeZone, publishTime }, now);
  const end = instantOf(addDays(date, 1), publishTime, timeZone).getTime();
  return { date, timeZone, publishTime, seen: now.getTime(), end };
}
