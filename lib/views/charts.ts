import type { Entry } from '#lib/content/queries.ts';
import { type Award, awardsIn } from '#lib/desk/awards.ts';
import type { CaseStory } from '#lib/desk/cases.ts';
import { countMonths, type Monthly } from '#lib/desk/months.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';

/** A row of bars, one for each month from January on, and the path of the page that lists what they count. */
export type MonthSeries = { name: string; path: string; counts: Monthly; total: number };

/** A bar of `value`, with the text beside it (`label`). `name` and `path` are of the page that it leads to. */
export type Bar = { name: string; path: string; value: number; label: string };

/** A page that lists items has a chart from so many items and months on: fewer are seen at a glance. */
const LEAST_FOR_CHART = { items: 6, months: 3 };

/** How many entries each month of a year has; `undefined` where there are too few for a chart. */
export function monthsChart(
  entries: readonly Entry[],
  year: string,
  newest: IsoDate | undefined,
): Monthly | undefined {
  const counts = countMonths(entries, year, newest);
  const months = counts.filter((count) => count > 0).length;
  const isEnough = entries.length >= LEAST_FOR_CHART.items && months >= LEAST_FOR_CHART.months;
  return isEnough ? counts : undefined;
}

/** A series for each subject that has entries in the year, in the order of the subjects. */
export function seriesOf(
  subjects: Iterable<{ name: string; path: string; entries: readonly Entry[] }>,
  year: string,
  newest: IsoDate | undefined,
): MonthSeries[] {
  return Array.from(subjects, ({ name, path, entries }) => ({
    name,
    path,
    counts: countMonths(entries, year, newest),
    total: entries.length,
  })).filter(({ total }) => total > 0);
}

/** The awards in one currency, as a chart: a bar for each item. */
export type AwardChart = { currency: string; bars: Bar[]; isLogarithmic: boolean };

/** How many awards of a currency are shown. */
const MOST_AWARDS = 20;

/** The largest awards of each currency. */
export function awardCharts(stories: readonly CaseStory[]): AwardChart[] {
  return awardsIn(stories).map(({ currency, awards }) => {
    const shown = awards.slice(0, MOST_AWARDS);
    const amounts = shown.map(({ sum }) => sum.amount);
    return {
      currency: currencyNames[currency] ?? currency,
      bars: shown.map(awardBar),
      isLogarithmic: Math.max(...amounts) > 100 * Math.min(...amounts),
    };
  });
}

const currencyNames: Readonly<Record<string, string>> = {
  CNY: '人民币',
  USD: '美元',
  EUR: '欧元',
  GBP: '英镑',
  JPY: '日元',
  HKD: '港元',
  KRW: '韩元',
  TWD: '新台币',
};

function awardBar({ story: { entry }, sum, words }: Award): Bar {
  const { issue, item } = entry;
  return {
    name: item.title,
    path: paths.item(issue.date, item.id),
    value: sum.amount,
    label: words,
  };
}
