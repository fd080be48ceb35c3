/** Work that takes so many times as long as the growth of what is worked on does not grow in step with it. */
const SLOWER = 2.5;
/** What is over within so many ms more is too short to be compared. */
const SLACK = 50;

/**
 * Whether work on `times` as much takes some `times` as long, on a machine of any speed: at most 2.5 times that in one
 * of three tries. Where each part is compared with each it takes `times` * `times` as long.
 */
export function growsInStep(times: number, short: () => void, long: () => void): boolean {
  return [1, 2, 3].some(() => {
    const least = Math.min(timeOf(short), timeOf(short));
    return timeOf(long) < SLOWER * times * least + SLACK;
  });
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
