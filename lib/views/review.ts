import type { Archive } from '#lib/content/archive.ts';
import { indexOf, itemsOf } from '#lib/content/queries.ts';
import type { Act } from '#lib/desk/lists/acts.ts';
import { casesOf } from '#lib/desk/lists/cases.ts';
import { type IsoDate, yearOf } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { figuresData } from '#lib/syndication/structured-data/site.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { type AwardChart, awardCharts } from './award-charts.ts';
import { caseYears } from './cases.ts';
import { type IssueMonth, issueMonthsOf } from './charts.ts';
import { type ShownDate, shownDate } from './desk-steps.ts';
import { type Neighbours, type PageProps, pageProps } from './frame.ts';
import { lawYears } from './laws.ts';
import { yearLinks } from './period.ts';
import { type Bar, type Ranking, rangeOf, rankBars } from './ranks.ts';
import { type ItemRef, itemRef } from './timeline.ts';
import { untilOf } from './trends.ts';
import {
  sectionSeries,
  sourceBars,
  sourceRanking,
  topicRanking,
  topicSeries,
  totalBar,
} from './year-subjects.ts';

/** 回顾: the figures of a year, its most frequent subjects, the acts adopted and the sums awarded in it. */
export type ReviewProps = PageProps & {
  year: string;
  /** The day of the newest issue, where the year is not over. */
  until: IsoDate | undefined;
  figures: { name: string; value: number; path: string }[];
  sections: Bar[];
  topics: Ranking;
  sources: Ranking;
  /** The threads with the most items in the year. */
  threads: Ranking;
  /** The months with the most items: one, or several that have equally many. */
  busiest: Busiest | undefined;
  /** The acts that were adopted or came into force, as the items say. */
  acts: {
    name: string;
    path: string;
    stage: '通过' | '施行';
    appliesFrom: ShownDate | undefined;
    item: ItemRef;
  }[];
  awards: AwardChart[];
} & Neighbours;

/** Months that have `count` items each, and how many issues these items are from. */
export type Busiest = { months: { month: number; issues: number }[]; count: number };

/** How many topics, sources, threads and awards of a currency the review shows at most. */
const MOST = 10;

/** `undefined` for a year without an issue. */
export function reviewPage(archive: Archive, { year }: { year: string }): ReviewProps | undefined {
  const { issuesByYear } = indexOf(archive);
  const issues = issuesByYear.get(year);
  if (issues === undefined) return undefined;
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
    until: untilOf(archive, year),
    figures: [
      { name: '期', value: issues.length, path: paths.archive(year) },
      { name: '条消息', value: items.length, path: paths.trends(year) },
      { name: '家来源', value: sources.length, path: paths.sources() },
      ...(cases === 0 ? [] : [{ name: '则案件', value: cases, path: paths.cases(year) }]),
    ],
    sections: sectionSeries(archive, year).map(totalBar),
    topics: topicRanking(topicSeries(archive, year), MOST),
    sources: sourceRanking(sources, MOST),
    threads: threadRanking(archive, year),
    busiest: busiestOf(issueMonthsOf(archive, year)),
    acts: actsDone(archive, year),
    awards: awardCharts(casesOf(archive).all, year, MOST),
    previous,
    next,
  };
}

function threadRanking(archive: Archive, year: string): Ranking {
  const bars = (threadsOf(archive).byYear.get(year) ?? [])
    .map(({ id, name, items }) => {
      const value = items.filter(({ issue }) => yearOf(issue.date) === year).length;
      return { name, path: paths.thread(id), value, label: `${value}条` };
    })
    .filter(({ value }) => value > 1)
    .sort((a, b) => b.value - a.value);
  const say = (left: readonly Bar[]) => `${left.length}条脉络各有${rangeOf(left)}条消息`;
  return rankBars(bars, MOST, say, { name: '脉络', path: paths.threads(year) });
}

function busiestOf(issueMonths: readonly IssueMonth[]): Busiest | undefined {
  const count = Math.max(0, ...issueMonths.map(({ items }) => items));
  if (count === 0) return undefined;
  const months = issueMonths.flatMap(({ issues, items }, index) =>
    items === count ? [{ month: index + 1, issues }] : [],
  );
  return { months, count };
}

/** The acts that were adopted or came into force in the year, each once: the adoption counts, where it was this year. */
function actsDone(archive: Archive, year: string): ReviewProps['acts'] {
  const done = new Map<Act, ReviewProps['acts'][number]>();
  for (const { act, step } of lawYears(archive).get(year) ?? []) {
    if (step.step !== 'adopted' && step.step !== 'in force') continue;
    const appliesFrom = act.steps.findLast((each) => each.step === 'in force')?.day;
    done.set(act, {
      name: act.name,
      path: paths.law(act.id),
      stage: step.step === 'adopted' ? '通过' : '施行',
      appliesFrom: appliesFrom === undefined ? undefined : shownDate(appliesFrom),
      item: itemRef(step.told[0].entry),
    });
  }
  return [...done.values()];
}
