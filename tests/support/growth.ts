/** How many times slower than in proportion the longer work may be: caches and the garbage collector cost time. */
const TOLERANCE = 2.5;
/** Milliseconds that are added to what is allowed: very short times vary too much to be compared. */
const SLACK = 50;

/**
 * Whether `long`, which works on `times` as much as `short`, takes about `times` as long: at most 2.5 times that, in
 * one of three tries. Work that compares each part with each other part takes `times` * `times` as long, and
 * fails on a machine of any speed.
 */
export function growsInStep(times: number, short: () => void, long: () => void): boolean {
  return [1, 2, 3].some(() => {
    const shortest = Math.min(timeOf(short), timeOf(short));
    return timeOf(long) < TOLERANCE * times * shortest + SLACK;
  });
}

/** The ms of CPU time that this process needs for some work: waiting for a busy machine does not count. */
function timeOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
