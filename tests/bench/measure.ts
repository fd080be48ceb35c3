/** The result of the last run, and the least, median and longest time of all runs, in ms. */
export type Measured<Result> = { result: Result; times: Times };
export type Times = { least: number; middle: number; most: number };

const RUNS = 30;

export function measure<Result>(run: () => Result): Measured<Result> {
  let result = run();
  const times = Array.from({ length: RUNS }, () => {
    const from = performance.now();
    result = run();
    return performance.now() - from;
  });
  return { result, times: timesOf(times) };
}

export function timesOf(unsorted: readonly number[]): Times {
  const times = [...unsorted].sort((a, b) => a - b);
  const at = (index: number) => times[index] ?? Number.NaN;
  return { least: at(0), middle: at(Math.floor(times.length / 2)), most: at(times.length - 1) };
}
