import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { type Entry, indexOf, type Years } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { onceEach } from '#lib/site/once.ts';
import { paths } from '#lib/site/paths.ts';
import type { Thread } from '#lib/threads/thread.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { aboutPage, notFoundPage } from './about.ts';
import { archivePage } from './archive.ts';
import { calendarBasis, calendarPage, calendarYears, dayOfEvent } from './calendar.ts';
import { casesBasis, casesPage, caseYears } from './cases.ts';
import { feedsPage } from './feeds.ts';
import type { PageProps } from './frame.ts';
import { frontPage, issuesOnFront } from './front-page.ts';
import { sourcesPage, topicsPage } from './indexes.ts';
import { issueBasis, issuePage } from './issue.ts';
import { lawsBasis, lawsPage, lawYears } from './laws.ts';
import { type ByYear, dayOfIssue, dayOfTold, type Period, periodsOf, shownIn } from './period.ts';
import { reviewPage } from './review.ts';
import { searchPage } from './search.ts';
import {
  type SubjectParams,
  sectionInShort,
  sectionPage,
  sourceInShort,
  sourcePage,
  topicInShort,
  topicPage,
} from './subjects.ts';
import { threadBasis, threadPage, threadsPage } from './threads.ts';
import { clippingPage, offlinePage } from './tools.ts';
import { trendsPage } from './trends.ts';
import { wechatBasis, wechatPage } from './wechat.ts';

export type PageKind =
  | 'front page'
  | 'issue'
  | 'wechat'
  | 'section'
  | 'source'
  | 'sources'
  | 'topic'
  | 'topics'
  | 'threads'
  | 'thread'
  | 'archive'
  | 'review'
  | 'trends'
  | 'laws'
  | 'cases'
  | 'calendar'
  | 'search'
  | 'clipping'
  | 'offline'
  | 'feeds'
  | 'about'
  | 'not found';

/** A page, and the props that it is a pure function of. */
export type PageAddress = {
  path: string;
  kind: PageKind;
  props: () => PageProps;
  /** What the props are made of where that is sooner known, else the props. */
  basis: () => object;
  /** The newest day on which an issue that it shows changed; `undefined` where it shows none. */
  updated: () => IsoDate | undefined;
};

/** Every page of the site. That for what is not found is at `/404`, though its host answers 404 there. */
export const pagesOf: (archive: Archive) => readonly PageAddress[] = onceEach(listPages);

function listPages(archive: Archive): PageAddress[] {
  const { sections, sources, topics, issuesByYear } = indexOf(archive);
  const pages: PageAddress[] = [];
  const add = (
    kind: PageKind,
    path: string,
    view: () => PageProps | undefined,
    shown: () => Iterable<Issue> = () => [],
    basis: () => object | undefined = view,
  ) => {
    const there = <Made>(make: () => Made | undefined) => {
      return () => {
        const made = make();
        if (made === undefined) throw new Error(`${path} is listed as public but has no page`);
        return made;
      };
    };
    const updated = () => newestUpdate(shown());
    pages.push({ path, kind, props: there(view), basis: there(basis), updated });
  };
  const addSubjects = (
    kind: 'section' | 'source' | 'topic',
    subjects: Iterable<[string, { years: Years }]>,
    view: typeof sectionPage,
    basis: typeof sectionInShort,
  ) => {
    const addPeriod = (years: Years, params: SubjectParams) => {
      add(
        kind,
        paths[kind](params.id, params.year),
        () => view(archive, params),
        () => issuesIn(years, params.year),
        () => basis(archive, params),
      );
    };
    for (const [id, { years }] of subjects) {
      addPeriod(years, { id });
      for (const year of periodsOf(years, dayOfIssue)) addPeriod(years, { id, year });
    }
  };
  const all = () => archive.issues;

  add(
    'front page',
    paths.home(),
    () => frontPage(archive),
    () => issuesOnFront(archive),
  );
  for (const issue of archive.issues) {
    const { date } = issue;
    add(
      'issue',
      paths.issue(date),
      () => issuePage(archive, { date }),
      () => [issue],
      () => issueBasis(archive, { date }),
    );
  }
  for (const { date } of archive.issues)
    add(
      'wechat',
      paths.wechat(date),
      () => wechatPage(archive, { date }),
      () => [],
      () => wechatBasis(archive, { date }),
    );
  addSubjects('section', sections, sectionPage, sectionInShort);
  // Each publisher and topic is listed with how much there is of it, in all issues.
  add('sources', paths.sources(), () => sourcesPage(archive), all);
  addSubjects('source', sources, sourcePage, sourceInShort);
  add('topics', paths.topics(), () => topicsPage(archive), all);
  addSubjects('topic', topics, topicPage, topicInShort);
  const threads = threadsOf(archive);
  const [running = []] = threads.byYear.values();
  add(
    'threads',
    paths.threads(),
    () => threadsPage(archive, {}),
    () => issuesTold(running),
  );
  // One route renders both: a year and a thread are steps of the same place.
  for (const [year, told] of threads.byYear)
    add(
      'thread',
      paths.threads(year),
      () => threadsPage(archive, { year }),
      () => issuesTold(told),
    );
  for (const thread of threads.all)
    add(
      'thread',
      paths.thread(thread.id),
      () => threadPage(archive, thread),
      () => issuesTold([thread]),
      () => threadBasis(archive, thread),
    );
  const [newestYear = []] = issuesByYear.values();
  add(
    'archive',
    paths.archive(),
    () => archivePage(archive, {}),
    () => newestYear,
  );
  for (const [year, issues] of issuesByYear) {
    const inYear = () => issues;
    add('archive', paths.archive(year), () => archivePage(archive, { year }), inYear);
    add('review', paths.review(year), () => reviewPage(archive, { year }), inYear);
    add('trends', paths.trends(year), () => trendsPage(archive, { year }), inYear);
  }
  add(
    'trends',
    paths.trends(),
    () => trendsPage(archive, {}),
    () => newestYear,
  );
  const addPeriods = <Told extends { entry: Entry }>(
    kind: 'laws' | 'cases' | 'calendar',
    years: ByYear<Told>,
    dayOf: (told: Told) => IsoDate,
    view: (archive: Archive, params: { year?: Period }) => PageProps | undefined,
    basis: (archive: Archive, params: { year?: Period }) => object | undefined,
  ) => {
    const addPeriod = (params: { year?: Period }) => {
      add(
        kind,
        paths[kind](params.year),
        () => view(archive, params),
        () => issuesOf(shownIn(years, params.year, dayOf)?.told ?? []),
        () => basis(archive, params),
      );
    };
    // A list in which there is nothing yet has a page, for what links to it.
    addPeriod({});
    for (const year of periodsOf(years, dayOf)) addPeriod({ year });
  };
  addPeriods('laws', lawYears(archive), dayOfTold, lawsPage, lawsBasis);
  addPeriods('cases', caseYears(archive), dayOfTold, casesPage, casesBasis);
  addPeriods('calendar', calendarYears(archive), dayOfEvent, calendarPage, calendarBasis);
  add('search', paths.search(), () => searchPage(archive));
  add('clipping', paths.clipping(), () => clippingPage(archive));
  add('offline', paths.offline(), () => offlinePage(archive));
  add('feeds', paths.feeds(), () => feedsPage(archive));
  add('about', paths.about(), () => aboutPage(archive));
  add('not found', paths.notFound(), () => notFoundPage(archive));
  return pages;
}

/** Tools and notices: pages that their own heads ask search engines to leave out. */
const UNLISTED: ReadonlySet<PageKind> = new Set(['wechat', 'clipping', 'offline', 'not found']);

/** Whether a page is for search engines to find. */
export function isListed({ kind }: PageAddress): boolean {
  return !UNLISTED.has(kind);
}

function* issuesIn(years: Years, period: Period | undefined): Iterable<Issue> {
  for (const { issue } of shownIn(years, period, dayOfIssue)?.told ?? []) yield issue;
}

function* issuesTold(threads: readonly Thread[]): Iterable<Issue> {
  for (const { items } of threads) for (const { issue } of items) yield issue;
}

function* issuesOf(told: readonly { entry: Entry }[]): Iterable<Issue> {
  for (const { entry } of told) yield entry.issue;
}

function newestUpdate(issues: Iterable<Issue>): IsoDate | undefined {
  let newest: IsoDate | undefined;
  for (const { updated } of issues) if (newest === undefined || updated > newest) newest = updated;
  return newest;
}
