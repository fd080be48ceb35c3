import { type Award, awardsIn } from '#lib/desk/awards.ts';
import type { Case } from '#lib/desk/lists/cases.ts';
import { currencyNames } from '#lib/desk/words.ts';
import { paths } from '#lib/site/paths.ts';
import { type Bar, type Ranking, rankBars } from './ranks.ts';

/** The awards in one currency, the largest first. */
export type AwardChart = Ranking & {
  currency: string;
  /** Whether each award has a bar. Without bars it is a table of sums. */
  hasBars: boolean;
};

/** The largest sum may be so many times the smallest for bars: beside it, a smaller one would have no visible bar. */
const LARGEST_RANGE = 100;

/**
 * The largest awards of each currency that the issues of a year report.
 * @param most how many awards of a currency are shown
 */
export function awardCharts(cases: readonly Case[], year: string, most: number): AwardChart[] {
  const list = { name: '案件', path: paths.cases(year) };
  return awardsIn(cases, year).map(({ currency, awards }) => {
    const ranking = rankBars(awards.map(awardBar), most, sayRest, list);
    return {
      ...ranking,
      currency: currencyNames[currency] ?? currency,
      hasBars: canHaveBars(ranking.bars),
    };
  });
}

/** Whether bars of these sums can be compared on a scale that begins at zero. One bar alone compares with nothing. */
function canHaveBars(bars: readonly Bar[]): boolean {
  const values = bars.map(({ value }) => value);
  return values.length > 1 && Math.max(...values) <= LARGEST_RANGE * Math.min(...values);
}

function sayRest(left: readonly Bar[]): string {
  return `${left.length}件，最多的${left[0]?.label}`;
}

function awardBar({ name, path, amount, words }: Award): Bar {
  return { name, path, value: amount, label: words };
}
