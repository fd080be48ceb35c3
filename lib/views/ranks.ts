/** A bar of `value`, with the text beside it (`label`). `name` and `path` are of the page that it leads to. */
export type Bar = { name: string; path: string; value: number; label: string };

/** A bar and its rank. Bars of equal value share a rank, and the ranks after them are skipped: 1, 1, 3. */
export type RankedBar = Bar & { rank: number };

/** What a ranking leaves out: a sentence without its end, and the page that lists all. */
export type Rest = { text: string; list: { name: string; path: string } };

/** The bars with the largest values, and what is left out, if anything. */
export type Ranking = { bars: RankedBar[]; rest: Rest | undefined };

/**
 * Ranks bars. It never cuts between equals: if not all bars of one value fit, none of them is shown.
 * @param sorted the largest first
 * @param most how many bars may be shown
 * @param say what is said of the bars that are left out, the largest of them first
 * @param list the page that lists all
 */
export function rankBars(
  sorted: readonly Bar[],
  most: number,
  say: (left: readonly Bar[]) => string,
  list: Rest['list'],
): Ranking {
  const cut = sorted[most];
  const shown = cut === undefined ? sorted : sorted.filter(({ value }) => value > cut.value);
  const left = sorted.slice(shown.length);
  const before = shown.length === 0 ? '共有' : '另有';
  return {
    bars: shown.map((bar) => ({
      ...bar,
      rank: 1 + shown.findIndex(({ value }) => value === bar.value),
    })),
    rest: left.length === 0 ? undefined : { text: before + say(left), list },
  };
}

/**
 * The values of some bars from the smallest to the largest: `1至3`, or `1` where they are equal.
 * @param sorted the largest first
 */
export function rangeOf(sorted: readonly Bar[]): string {
  const largest = sorted[0]?.value ?? 0;
  const smallest = sorted.at(-1)?.value ?? 0;
  return smallest === largest ? `${largest}` : `${smallest}至${largest}`;
}
