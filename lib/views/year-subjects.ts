import type { Archive } from '#lib/content/archive.ts';
import { indexOf } from '#lib/content/queries.ts';
import { paths } from '#lib/site/paths.ts';
import { type MonthSeries, seriesOf } from './charts.ts';
import { type Bar, type Ranking, rangeOf, rankBars } from './ranks.ts';

/** The sections that have items in a year, in their order. */
export function sectionSeries(archive: Archive, year: string): MonthSeries[] {
  return Array.from(indexOf(archive).sections.values(), ({ section: { id, name }, years }) =>
    seriesOf(archive, year, { name, years, pathIn: (period) => paths.section(id, period) }),
  ).filter(({ total }) => total > 0);
}

/** The topics that have items in a year, those with the most items first. */
export function topicSeries(archive: Archive, year: string): MonthSeries[] {
  return Array.from(indexOf(archive).topics.values(), ({ topic: { id, name }, years }) =>
    seriesOf(archive, year, { name, years, pathIn: (period) => paths.topic(id, period) }),
  )
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);
}

/** A bar for the items of a whole year. */
export function totalBar({ name, path, total }: MonthSeries): Bar {
  return { name, path, value: total, label: `${total}条` };
}

/**
 * The topics of a year with the most items.
 * @param series the topics as `topicSeries` returns them
 */
export function topicRanking(series: readonly MonthSeries[], most: number): Ranking {
  const say = (left: readonly Bar[]) => `${left.length}个主题各有${rangeOf(left)}条`;
  return rankBars(series.map(totalBar), most, say, { name: '主题', path: paths.topics() });
}

/**
 * The publishers that the items of a year cite, the most cited first. Publishers that are cited equally often are in
 * the order in which the archive first cites them.
 */
export function sourceBars(archive: Archive, year: string): Bar[] {
  return Array.from(indexOf(archive).sources.values(), ({ source: { name, slug }, years }) => {
    const value = years.get(year)?.length ?? 0;
    return { name, path: paths.source(slug, year), value, label: `${value}条` };
  })
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
}

/**
 * The publishers of a year that are cited most.
 * @param bars the publishers as `sourceBars` returns them
 */
export function sourceRanking(bars: readonly Bar[], most: number): Ranking {
  const say = (left: readonly Bar[]) => `${left.length}家各被${rangeOf(left)}条消息引用`;
  return rankBars(bars, most, say, { name: '来源', path: paths.sources() });
}
