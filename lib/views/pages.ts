import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { type Entry, indexOf, type Years } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { Thread } from '#lib/threads/thread.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { calendarYears, dayOfEvent } from './calendar.ts';
import { caseYears } from './cases.ts';
import { issuesOnFront } from './front-page.ts';
import { lawYears } from './laws.ts';
import { type PageKind, type ParamsOf, type PropsOf, pageTable } from './page-table.ts';
import { type ByYear, dayOfIssue, dayOfTold, type Period, periodsOf, shownIn } from './period.ts';

/** A page of a kind: where it is, and what its props are made of besides the archive. */
export type PageOf<Kind extends PageKind> = {
  path: string;
  kind: Kind;
  params: ParamsOf<Kind>;
  /** The props of its component, made anew each time. */
  props: () => PropsOf<Kind>;
  /** The newest day on which an issue that it shows changed; `undefined` where it shows none. */
  updated: () => IsoDate | undefined;
};

/** A page of any kind. */
export type PageAddress = { [Kind in PageKind]: PageOf<Kind> }[PageKind];

/** Every page of the site. The "not found" page has the address `/404`, which a host serves with status 404. */
export function pagesOf(archive: Archive): PageAddress[] {
  return [...listPages(archive)];
}

function* listPages(archive: Archive): Iterable<PageAddress> {
  const { sections, sources, topics } = indexOf(archive);
  const page = pagesIn(archive);
  const all = () => archive.issues;

  yield page('front page', paths.home(), {}, () => issuesOnFront(archive));
  for (const issue of archive.issues) {
    const { date } = issue;
    yield page('issue', paths.issue(date), { date }, () => [issue]);
  }
  for (const { date } of archive.issues) yield page('wechat', paths.wechat(date), { date });
  for (const [id, { years }] of sections)
    for (const year of periods(years, dayOfIssue))
      yield page('section', paths.section(id, year), inYear(year, { id }), issuesIn(years, year));
  // Each publisher and topic is listed with how much there is of it, in all issues.
  yield page('sources', paths.sources(), {}, all);
  for (const [id, { years }] of sources)
    for (const year of periods(years, dayOfIssue))
      yield page('source', paths.source(id, year), inYear(year, { id }), issuesIn(years, year));
  yield page('topics', paths.topics(), {}, all);
  for (const [id, { years }] of topics)
    for (const year of periods(years, dayOfIssue))
      yield page('topic', paths.topic(id, year), inYear(year, { id }), issuesIn(years, year));
  yield* threadPages(archive);
  yield* yearPages(archive);
  yield* deskPages(archive);
  yield page('search', paths.search(), {});
  yield page('clipping', paths.clipping(), {});
  yield page('offline', paths.offline(), {});
  yield page('feeds', paths.feeds(), {});
  yield page('about', paths.about(), {});
  yield page('not found', paths.notFound(), {});
}

function* threadPages(archive: Archive): Iterable<PageAddress> {
  const { byYear, all } = threadsOf(archive);
  const page = pagesIn(archive);
  const [running = []] = byYear.values();
  yield page('threads', paths.threads(), {}, () => issuesOfThreads(running));
  // One route renders both: a year and a thread are steps of the same place.
  for (const [year, threads] of byYear)
    yield page('thread', paths.threads(year), { id: year }, () => issuesOfThreads(threads));
  for (const thread of all)
    yield page('thread', paths.thread(thread.id), { id: thread.id }, () =>
      issuesOfThreads([thread]),
    );
}

/** The archive's pages of each year. */
function* yearPages(archive: Archive): Iterable<PageAddress> {
  const { issuesByYear } = indexOf(archive);
  const page = pagesIn(archive);
  const [newestYear = []] = issuesByYear.values();
  yield page('archive', paths.archive(), {}, () => newestYear);
  for (const [year, issues] of issuesByYear) {
    const shown = () => issues;
    yield page('archive', paths.archive(year), { year }, shown);
    yield page('review', paths.review(year), { year }, shown);
    yield page('trends', paths.trends(year), { year }, shown);
  }
  yield page('trends', paths.trends(), {}, () => newestYear);
}

/** What is gathered from all items. A list in which there is nothing yet has a page, for what links to it. */
function* deskPages(archive: Archive): Iterable<PageAddress> {
  const page = pagesIn(archive);
  const laws = lawYears(archive);
  for (const year of periods(laws, dayOfTold))
    yield page('laws', paths.laws(year), inYear(year, {}), () => issuesOf(laws, year, dayOfTold));
  const cases = caseYears(archive);
  for (const year of periods(cases, dayOfTold))
    yield page('cases', paths.cases(year), inYear(year, {}), () =>
      issuesOf(cases, year, dayOfTold),
    );
  const events = calendarYears(archive);
  for (const year of periods(events, dayOfEvent))
    yield page('calendar', paths.calendar(year), inYear(year, {}), () =>
      issuesOf(events, year, dayOfEvent),
    );
}

/** A function that makes a page of an archive. @throws Error from `props` where the view has nothing for it */
function pagesIn(archive: Archive) {
  return <Kind extends PageKind>(
    kind: Kind,
    path: string,
    params: ParamsOf<Kind>,
    shown: () => Iterable<Issue> = () => [],
  ): PageOf<Kind> => ({
    path,
    kind,
    params,
    props() {
      const props = pageTable[kind].view(archive, params);
      if (props === undefined) throw new Error(`${path} is listed as public but has no page`);
      return props;
    },
    updated: () => newestUpdate(shown()),
  });
}

/** The list's own page, `undefined`, then one for each of its periods. */
function periods<Told>(
  years: ByYear<Told>,
  dayOf: (told: Told) => IsoDate,
): (Period | undefined)[] {
  return [undefined, ...periodsOf(years, dayOf)];
}

function inYear<Params extends object>(
  year: Period | undefined,
  params: Params,
): Params & { year?: Period } {
  return year === undefined ? params : { ...params, year };
}

/** Tools and notices: pages that their own heads ask search engines to leave out. */
const UNLISTED: ReadonlySet<PageKind> = new Set(['wechat', 'clipping', 'offline', 'not found']);

/** Whether a page is for search engines to find. */
export function isListed({ kind }: PageAddress): boolean {
  return !UNLISTED.has(kind);
}

function issuesIn(years: Years, period: Period | undefined): () => Iterable<Issue> {
  return () => (shownIn(years, period, dayOfIssue)?.told ?? []).map(({ issue }) => issue);
}

function issuesOf<Told extends { entry: Entry }>(
  years: ByYear<Told>,
  period: Period | undefined,
  dayOf: (told: Told) => IsoDate,
): Issue[] {
  return (shownIn(years, period, dayOf)?.told ?? []).map(({ entry }) => entry.issue);
}

function* issuesOfThreads(threads: readonly Thread[]): Iterable<Issue> {
  for (const { items } of threads) for (const { issue } of items) yield issue;
}

function newestUpdate(issues: Iterable<Issue>): IsoDate | undefined {
  let newest: IsoDate | undefined;
  for (const { updated } of issues) if (newest === undefined || updated > newest) newest = updated;
  return newest;
}
