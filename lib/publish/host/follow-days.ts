import { addDays, instantOf, lastPublicDay } from '#lib/site/dates.ts';

/**
 * How long the clock is not looked at, at most, in ms. A timer stands still while a laptop sleeps, and cannot be set to
 * more than 24.8 days; the clock itself may be set.
 */
const LOOK_EVERY = 60_000;

/** A clock that tells the time and calls back; `after` returns a function that cancels the call. */
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
 * Does something when the issue of another day may be public: at the hour of publication, or as soon as the machine is
 * awake again.
 * @param publication says when issues come out; it may change
 * @returns a function that ends it
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

/** The newest public day at a moment: from when it is known to be that, and when the next one is public, in ms. */
function dayAt(now: Date, { timeZone, publishTime }: PublicationTime) {
  const date = lastPublicDay({ timeZone, publishTime }, now);
  const end = instantOf(addDays(date, 1), publishTime, timeZone).getTime();
  return { date, timeZone, publishTime, seen: now.getTime(), end };
}
