import type { Archive } from '#lib/content/archive.ts';
import { indexOf } from '#lib/content/queries.ts';
import { casesOf } from '#lib/desk/lists/cases.ts';
import type { Monthly } from '#lib/desk/months.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { figuresData } from '#lib/syndication/structured-data/site.ts';
import { type AwardChart, awardCharts } from './award-charts.ts';
import { type IssueMonth, issueMonthsOf, type MonthSeries } from './charts.ts';
import { type Neighbours, type PageProps, pageProps } from './frame.ts';
import { type YearLink, yearLinks } from './period.ts';
import type { Ranking, Rest } from './ranks.ts';
import {
  sectionSeries,
  sourceBars,
  sourceRanking,
  topicRanking,
  topicSeries,
} from './year-subjects.ts';

/** 数据: the charts of a year: items by section, topic and source, and the sums that courts awarded. */
export type TrendsProps = PageProps & {
  year: string | undefined;
  years: YearLink[];
  /** The day of the newest issue, where the year is not over. */
  until: IsoDate | undefined;
  /** The issues of each month, by which the counts of the series are compared. */
  issueMonths: Monthly<IssueMonth>;
  sections: MonthSeries[];
  /** The topics with the most items, and what is said of those that are not shown. */
  topics: MonthSeries[];
  topicsRest: Rest | undefined;
  sources: Ranking;
  awards: AwardChart[];
} & Neighbours;

/** How many topics, publishers and awards of a currency are shown: those with the most items, the largest. */
const MOST_TOPICS = 12;
const MOST_SOURCES = 15;
const MOST_AWARDS = 20;

/** `undefined` for a year without an issue. */
export function trendsPage(archive: Archive, { year }: { year?: string }): TrendsProps | undefined {
  const { issuesByYear } = indexOf(archive);
  const all = [...issuesByYear.keys()];
  const shown = year ?? all[0];
  if (shown !== undefined && !issuesByYear.has(shown)) return undefined;
  const name = '数据';
  const description = `${archive.site.name}${year === undefined ? '' : `${year}年`}各栏目、主题逐月的条数，引用最多的来源，和案件里判赔的金额。`;
  const path = paths.trends(year);
  const canonical = year === all[0] ? paths.trends() : undefined;
  const parents = year === undefined ? [] : [{ name, path: paths.trends() }];
  const breadcrumb = year === undefined ? name : `${year}年`;
  const charts = shown === undefined ? NO_CHARTS : chartsOf(archive, shown);
  return {
    ...pageProps(archive, {
      title: year === undefined ? name : `${year}年${name}`,
      description,
      path,
      canonical,
      data: figuresData(archive, { name, path, canonical, parents, breadcrumb }),
    }),
    year: shown,
    ...yearLinks(all, shown, paths.trends),
    ...charts,
  };
}

type Charts = Omit<TrendsProps, keyof PageProps | keyof Neighbours | 'year' | 'years'>;
const NO_CHARTS: Charts = {
  until: undefined,
  issueMonths: [],
  sections: [],
  topics: [],
  topicsRest: undefined,
  sources: { bars: [], rest: undefined },
  awards: [],
};

function chartsOf(archive: Archive, year: string): Charts {
  const topics = topicSeries(archive, year);
  const { bars, rest } = topicRanking(topics, MOST_TOPICS);
  return {
    until: untilOf(archive, year),
    issueMonths: issueMonthsOf(archive, year),
    sections: sectionSeries(archive, year),
    topics: topics.slice(0, bars.length),
    topicsRest: rest,
    sources: sourceRanking(sourceBars(archive, year), MOST_SOURCES),
    awards: awardCharts(casesOf(archive).all, year, MOST_AWARDS),
  };
}

/** The day of the newest issue, if it is of this year: the year is not over. */
export function untilOf({ issues }: Archive, year: string): IsoDate | undefined {
  const newest = issues[0]?.date;
  return newest?.startsWith(`${year}-`) ? newest : undefined;
}
