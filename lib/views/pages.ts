import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { entriesById, indexOf, updatedOn } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { calendarPages, casePages, lawPages } from './desk-pages.ts';
import { issuesOnFront } from './front-page.ts';
import { issuesOfNewestYear, issuesOfThreads, subjectPages, yearPages } from './page-lists.ts';
import { type PageKind, type ParamsOf, type PropsOf, pageTable } from './page-table.ts';

/** A page of a kind. Its props are made from the archive and `params`. */
export type PageOf<Kind extends PageKind> = {
  path: string;
  kind: Kind;
  params: ParamsOf<Kind>;
  /**
   * Makes the props of its component. They are not memoised.
   * @throws Error where the view has no page for the parameters
   */
  props: () => PropsOf<Kind>;
  /** The newest day on which an issue that it shows changed; `undefined` where it shows none. */
  updated: () => IsoDate | undefined;
  /** Whether another page shows the same and stands for it in the sitemap. */
  repeats: boolean;
};

/** A page of any kind. */
export type PageAddress = { [Kind in PageKind]: PageOf<Kind> }[PageKind];

/** A page as a row of the table below lists it. `shows` returns its issues; it is left out where there are none. */
type ListedPage<Kind extends PageKind> = {
  path: string;
  params: ParamsOf<Kind>;
  shows?: () => Iterable<Issue>;
  /** Given where the page changes with less than the issues that it shows. */
  updated?: () => IsoDate;
  repeats?: boolean;
};

/**
 * How the pages of each kind are listed. `pagesOf` follows the order of the rows. The press and the sitemap keep it:
 * the first pages of a kind are compressed best.
 */
const rows: { readonly [Kind in PageKind]: (archive: Archive) => PageOf<Kind>[] } = {
  'front page': row('front page', (archive) => [
    { path: paths.home(), params: {}, shows: () => issuesOnFront(archive) },
  ]),
  issue: row('issue', ({ issues }) =>
    issues.map((issue) => ({
      path: paths.issue(issue.date),
      params: { date: issue.date },
      shows: () => [issue],
    })),
  ),
  item: row('item', ({ issues }) =>
    issues.flatMap((issue) =>
      entriesById(issue).map(({ item }) => ({
        path: paths.item(issue.date, item.id),
        params: { date: issue.date, id: item.id },
        updated: () => updatedOn(issue, item),
      })),
    ),
  ),
  wechat: row('wechat', ({ issues }) =>
    issues.map(({ date }) => ({ path: paths.wechat(date), params: { date } })),
  ),
  section: row('section', (archive) => subjectPages(indexOf(archive).sections, paths.section)),
  // Each publisher, topic and entity is listed with how many items it has, which all issues decide.
  sources: row('sources', ({ issues }) => [
    { path: paths.sources(), params: {}, shows: () => issues },
  ]),
  source: row('source', (archive) => subjectPages(indexOf(archive).sources, paths.source)),
  topics: row('topics', ({ issues }) => [
    { path: paths.topics(), params: {}, shows: () => issues },
  ]),
  topic: row('topic', (archive) => subjectPages(indexOf(archive).topics, paths.topic)),
  entities: row('entities', ({ issues }) => [
    { path: paths.entities(), params: {}, shows: () => issues },
  ]),
  entity: row('entity', (archive) => subjectPages(indexOf(archive).entities, paths.entity)),
  threads: row('threads', (archive) => {
    const [ofNewestYear = []] = threadsOf(archive).byYear.values();
    return [{ path: paths.threads(), params: {}, shows: () => issuesOfThreads(ofNewestYear) }];
  }),
  // A year of threads has the address of a thread, so one view makes both.
  thread: row('thread', (archive) => {
    const { byYear, all } = threadsOf(archive);
    const years = Array.from(byYear, ([year, threads]) => ({ id: year, threads }));
    const single = all.map((thread) => ({ id: thread.id, threads: [thread] }));
    return [...years, ...single].map(({ id, threads }) => ({
      repeats: id === years[0]?.id,
      path: paths.thread(id),
      params: { id },
      shows: () => issuesOfThreads(threads),
    }));
  }),
  archive: row('archive', (archive) => [
    { path: paths.archive(), params: {}, shows: () => issuesOfNewestYear(archive) },
    ...newestRepeats(yearPages(archive, paths.archive)),
  ]),
  review: row('review', (archive) => yearPages(archive, paths.review)),
  trends: row('trends', (archive) => [
    ...newestRepeats(yearPages(archive, paths.trends)),
    { path: paths.trends(), params: {}, shows: () => issuesOfNewestYear(archive) },
  ]),
  // These three have a page even where nothing is listed, because other pages link to it.
  laws: row('laws', (archive) => [
    { path: paths.laws(), params: {}, shows: lawPages(archive).own },
  ]),
  // A year of laws or cases has the address of an act or a case, so one view makes both.
  law: row('law', (archive) => lawPages(archive).below),
  cases: row('cases', (archive) => [
    { path: paths.cases(), params: {}, shows: casePages(archive).own },
  ]),
  case: row('case', (archive) => casePages(archive).below),
  calendar: row('calendar', calendarPages),
  search: row('search', () => [{ path: paths.search(), params: {} }]),
  clipping: row('clipping', () => [{ path: paths.clipping(), params: {} }]),
  offline: row('offline', () => [{ path: paths.offline(), params: {} }]),
  feeds: row('feeds', () => [{ path: paths.feeds(), params: {} }]),
  about: row('about', () => [{ path: paths.about(), params: {} }]),
  accessibility: row('accessibility', () => [{ path: paths.accessibility(), params: {} }]),
  // A host serves this page with status 404 for every address that does not exist.
  'not found': row('not found', () => [{ path: paths.notFound(), params: {} }]),
};

/** Tools and notices: pages that their own heads ask search engines to leave out. */
const UNLISTED: ReadonlySet<PageKind> = new Set(['wechat', 'clipping', 'offline', 'not found']);

/** Whether search engines are meant to find a page. */
export function isListed({ kind, repeats }: PageAddress): boolean {
  return !UNLISTED.has(kind) && !repeats;
}

/**
 * Every page of the site, in the order of the table. The pages of the archive, the reviews and the trends are an
 * exception: they come year by year, as the sitemap has always listed them.
 */
export function pagesOf(archive: Archive): PageAddress[] {
  const pages = Object.values(rows).flatMap((list): PageAddress[] => list(archive));
  const isOfYears = ({ kind }: PageAddress) =>
    kind === 'archive' || kind === 'review' || kind === 'trends';
  const start = pages.findIndex(isOfYears);
  const ofYears = pages.filter(isOfYears);
  return pages.toSpliced(start, ofYears.length, ...yearByYear(ofYears));
}

/** Pages grouped by year: the issues of a year, its review, its figures. A page without a year is its own group. */
function yearByYear(pages: readonly PageAddress[]): PageAddress[] {
  const groups = new Map<string, PageAddress[]>();
  for (const page of pages) {
    const group = ('year' in page.params ? page.params.year : undefined) ?? page.path;
    groups.set(group, [...(groups.get(group) ?? []), page]);
  }
  return [...groups.values()].flat();
}

/** A row of the table: it completes the pages that `list` returns. */
function row<Kind extends PageKind>(
  kind: Kind,
  list: (archive: Archive) => ListedPage<Kind>[],
): (archive: Archive) => PageOf<Kind>[] {
  return (archive) =>
    list(archive).map(({ path, params, shows = () => [], updated, repeats = false }) => ({
      path,
      kind,
      params,
      props() {
        const props = pageTable[kind].view(archive, params);
        if (props === undefined) throw new Error(`${path} is listed as public but has no page`);
        return props;
      },
      updated: updated ?? (() => newestUpdate(shows())),
      repeats,
    }));
}

/** Years, newest first, of which the newest is what the page of all years shows. */
function newestRepeats<Page>(years: readonly Page[]): (Page & { repeats: boolean })[] {
  return years.map((page, index) => ({ ...page, repeats: index === 0 }));
}

function newestUpdate(issues: Iterable<Issue>): IsoDate | undefined {
  let newest: IsoDate | undefined;
  for (const { updated } of issues) if (newest === undefined || updated > newest) newest = updated;
  return newest;
}
