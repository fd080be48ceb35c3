import type { Archive } from '#lib/content/archive.ts';
import { indexOf, itemsOf } from '#lib/content/queries.ts';
import { type IsoDate, yearOf } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { figuresData } from '#lib/syndication/structured-data/site.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { caseYears } from './cases.ts';
import type { AwardChart, Bar, MonthSeries } from './charts.ts';
import { type Neighbours, type PageProps, pageProps } from './frame.ts';
import { lawYears } from './laws.ts';
import { yearLinks } from './period.ts';
import { type ItemRef, itemRef } from './timeline.ts';
import { chartsOf, sourceBars } from './trends.ts';

/** 回顾: the figures of a year, its most frequent subjects, the acts adopted and the sums awarded in it. */
export type ReviewProps = PageProps & {
  year: string;
  /** The day of the newest issue, where the year is not over. */
  until: IsoDate | undefined;
  figures: { name: string; value: number; path: string }[];
  sections: Bar[];
  topics: Bar[];
  sources: Bar[];
  /** The threads with the most items in the year. */
  threads: Bar[];
  /** The month with the most items. */
  busiest: { month: number; count: number } | undefined;
  /** The acts that were adopted or came into force, as the items say. */
  acts: {
    name: string;
    stage: '通过' | '施行';
    appliesFrom: IsoDate | undefined;
    item: ItemRef;
  }[];
  awards: AwardChart[];
} & Neighbours;

/** How many topics, sources, threads and awards the review shows. */
const MOST = 10;

/** `undefined` for a year without an issue. */
export function reviewPage(archive: Archive, { year }: { year: string }): ReviewProps | undefined {
  const { issuesByYear } = indexOf(archive);
  const issues = issuesByYear.get(year);
  if (issues === undefined) return undefined;
  const { until, sections, topics, awards } = chartsOf(archive, year);
  const sources = sourceBars(archive, year);
  const items = issues.flatMap(itemsOf);
  const cases = caseYears(archive).get(year)?.length ?? 0;
  const name = `${year}年回顾`;
  const description = `${archive.site.name}${year}年的${issues.length}期、${items.length}条消息：说得最多的主题，引用最多的来源，通过和施行的法规，判赔最多的案件。`;
  const path = paths.review(year);
  const parents = [
    { name: '往期', path: paths.archive() },
    { name: `${year}年`, path: paths.archive(year) },
  ];
  const { previous, next } = yearLinks([...issuesByYear.keys()], year, paths.review);
  return {
    ...pageProps(archive, {
      title: name,
      description,
      path,
      data: figuresData(archive, { name, path, parents, breadcrumb: '回顾' }),
    }),
    year,
    until,
    figures: [
      { name: '期', value: issues.length, path: paths.archive(year) },
      { name: '条消息', value: items.length, path: paths.trends(year) },
      { name: '家来源', value: sources.length, path: paths.sources() },
      ...(cases === 0 ? [] : [{ name: '则案件', value: cases, path: paths.cases(year) }]),
    ],
    sections: sections.map(totalBar),
    topics: topics.slice(0, MOST).map(totalBar),
    sources: sources.slice(0, MOST),
    threads: threadBars(archive, year),
    busiest: busiestMonth(sections.map(({ counts }) => counts)),
    acts: actsDone(archive, year),
    awards: awards.map((chart) => ({ ...chart, bars: chart.bars.slice(0, MOST) })),
    previous,
    next,
  };
}

function totalBar({ name, path, total }: MonthSeries): Bar {
  return { name, path, value: total, label: `${total}条` };
}

function threadBars(archive: Archive, year: string): Bar[] {
  const threads = threadsOf(archive).byYear.get(year) ?? [];
  return threads
    .map(({ id, name, items }) => {
      const value = items.filter(({ issue }) => yearOf(issue.date) === year).length;
      return { name, path: paths.thread(id), value, label: `${value}条` };
    })
    .filter(({ value }) => value > 1)
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST);
}

/** The month with the most items in all series together, the earliest of equals. */
function busiestMonth(series: readonly (readonly number[])[]): ReviewProps['busiest'] {
  let busiest: ReviewProps['busiest'];
  for (let month = 0; month < 12; month += 1) {
    const count = series.reduce((sum, counts) => sum + (counts[month] ?? 0), 0);
    if (count > (busiest?.count ?? 0)) busiest = { month: month + 1, count };
  }
  return busiest;
}

/** The acts that were adopted or came into force in the year. */
function actsDone(archive: Archive, year: string): ReviewProps['acts'] {
  return (lawYears(archive).get(year) ?? []).flatMap(({ act, stage, appliesFrom, entry }) => {
    if (stage !== 'adopted' && stage !== 'in force') return [];
    const label = stage === 'adopted' ? ('通过' as const) : ('施行' as const);
    return [{ name: act.name, stage: label, appliesFrom, item: itemRef(entry) }];
  });
}
