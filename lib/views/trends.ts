import type { Archive } from '#lib/content/archive.ts';
import { type Entry, indexOf } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { figuresData } from '#lib/syndication/structured-data/site.ts';
import { caseYears } from './cases.ts';
import { type AwardChart, awardCharts, type Bar, type MonthSeries, seriesOf } from './charts.ts';
import { type Neighbours, type PageProps, pageProps } from './frame.ts';
import { type YearLink, yearLinks } from './period.ts';

/** 数据: the charts of a year: items by section, topic and source, and the sums that courts awarded. */
export type TrendsProps = PageProps & {
  year: string | undefined;
  years: YearLink[];
  /** The day of the newest issue, where the year is not over. */
  until: IsoDate | undefined;
  sections: MonthSeries[];
  topics: MonthSeries[];
  sources: Bar[];
  awards: AwardChart[];
} & Neighbours;

/** How many topics and publishers are shown: those with the most items. */
const MOST_TOPICS = 12;
const MOST_SOURCES = 15;

/** `undefined` for a year without an issue. */
export function trendsPage(archive: Archive, { year }: { year?: string }): TrendsProps | undefined {
  const { issuesByYear } = indexOf(archive);
  const all = [...issuesByYear.keys()];
  const shown = year ?? all[0];
  if (shown !== undefined && !issuesByYear.has(shown)) return undefined;
  const name = '数据';
  const description = `${archive.site.name}${year === undefined ? '' : `${year}年`}各栏目、主题逐月的条数，引用最多的来源，和案件里判赔的金额。`;
  const path = paths.trends(year);
  const parents = year === undefined ? [] : [{ name, path: paths.trends() }];
  const breadcrumb = year === undefined ? name : `${year}年`;
  const charts = shown === undefined ? NO_CHARTS : chartsOf(archive, shown);
  return {
    ...pageProps(archive, {
      title: year === undefined ? name : `${year}年${name}`,
      description,
      path,
      data: figuresData(archive, { name, path, parents, breadcrumb }),
    }),
    year: shown,
    ...yearLinks(all, shown, paths.trends),
    ...charts,
  };
}

type Charts = Pick<TrendsProps, 'until' | 'sections' | 'topics' | 'sources' | 'awards'>;
const NO_CHARTS: Charts = { until: undefined, sections: [], topics: [], sources: [], awards: [] };

/** The charts of a year. */
export function chartsOf(archive: Archive, year: string): Charts {
  const { sections, topics } = indexOf(archive);
  const newest = archive.issues[0]?.date;
  const inYear = (entries: ReadonlyMap<string, readonly Entry[]>) => entries.get(year) ?? [];
  return {
    until: newest?.startsWith(`${year}-`) ? newest : undefined,
    sections: seriesOf(
      Array.from(sections.values(), ({ section: { id, name }, years }) => ({
        name,
        path: paths.section(id, year),
        entries: inYear(years),
      })),
      year,
      newest,
    ),
    topics: seriesOf(
      Array.from(topics.values(), ({ topic: { id, name }, years }) => ({
        name,
        path: paths.topic(id, year),
        entries: inYear(years),
      })),
      year,
      newest,
    )
      .sort((a, b) => b.total - a.total)
      .slice(0, MOST_TOPICS),
    sources: sourceBars(archive, year).slice(0, MOST_SOURCES),
    awards: awardCharts(caseYears(archive).get(year) ?? []),
  };
}

/**
 * The publishers that the items of a year cite, the most cited first. Publishers that are cited equally often keep the
 * order in which the archive first cites them.
 */
export function sourceBars(archive: Archive, year: string): Bar[] {
  return Array.from(indexOf(archive).sources.values(), ({ source: { name, slug }, years }) => {
    const value = years.get(year)?.length ?? 0;
    return { name, path: paths.source(slug, year), value, label: `${value}条` };
  })
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
}
