import type { Extractor, ReferenceContext } from '#lib/references/read-references.ts';

/** What an extractor finds in a text, on the day of an issue of 2025 unless another is given. */
export function foundIn(
  extract: Extractor,
  text: string,
  context: Partial<ReferenceContext> = {},
): ReturnType<Extractor> {
  const found = extract(text, { date: '2025-09-15', entities: [], ...context });
  for (const { start, end } of found)
    if (!(start >= 0 && start < end && end <= text.length))
      throw new Error(`${start}-${end} is no span of ${text}`);
  return found;
}

/** 60,000 characters of a text that repeats, cut at the end. */
export function repeated(unit: string): string {
  return unit.repeat(Math.ceil(60_000 / unit.length)).slice(0, 60_000);
}

/** How long a function takes, in milliseconds. */
export function timeOf(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
