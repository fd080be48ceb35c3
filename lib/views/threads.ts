import type { Archive } from '#lib/content/archive.ts';
import { formatDate, type IsoDate, isIsoDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { threadFeed } from '#lib/syndication/feeds.ts';
import { itemsData, subjectsData } from '#lib/syndication/structured-data/collection.ts';
import { storySentence, storyWords } from '#lib/threads/excerpt.ts';
import { unpackTerms } from '#lib/threads/terms/packed-terms.ts';
import type { Reason, Thread, ThreadItem } from '#lib/threads/thread.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { attributionsOf, type ShownAttribution } from './attributions.ts';
import { type IssueRef, issueRef, type Neighbours, type PageProps, pageProps } from './frame.ts';
import { type YearLink, yearLinks } from './period.ts';

const NAME = '脉络';
const EXPLAINED =
  '同一件事的先后报道，按各条共同提到的案件、法规、活动、商品、作品或当事人，以及同类的诉讼连成。';

/** What a reader sees of a link's reason. */
export const threadReasons: Record<Reason, string> = {
  case: '同一案件',
  law: '同一法规',
  event: '同一活动',
  total: '同一年度的数据',
  goods: '同一商品',
  infringed: '同一作品',
  claim: '同类诉讼',
  piracy: '同类作品的盗版',
  report: '同一报道',
  occasion: '同一事件',
  party: '同一主体',
  editor: '编辑归入',
};

/** A thread in a list. */
export type ThreadRef = {
  name: string;
  path: string;
  count: number;
  first: IsoDate;
  /** Whether an editor ended it. */
  isEnded: boolean;
  /** Its last item in the year shown. */
  last: { date: IsoDate; title: string; path: string };
};

/** The page 脉络 of one year: every thread with an item in that year. The thread with the newest item comes first. */
export type ThreadsProps = PageProps & {
  name: string;
  description: string;
  year: string | undefined;
  years: YearLink[];
  /** The threads that an editor pinned, which come before the others. */
  pinned: ThreadRef[];
  threads: ThreadRef[];
} & Neighbours;

/** The threads of `year`, or without one of the newest year; `undefined` for a year in which no thread has an item. */
export function threadsPage(
  archive: Archive,
  { year }: { year?: string },
): ThreadsProps | undefined {
  const { byYear } = threadsOf(archive);
  const all = [...byYear.keys()];
  const shown = year ?? all[0];
  const threads = shown === undefined ? [] : byYear.get(shown);
  if (threads === undefined) return undefined;
  const refs = threads.map((thread) => ({ thread, ref: threadRef(thread, shown) }));
  const path = paths.threads(year);
  const canonical = year === all[0] ? paths.threads() : undefined;
  const parents = year === undefined ? [] : [{ name: NAME, path: paths.threads() }];
  const breadcrumb = year === undefined ? NAME : `${year}年`;
  const period = year === undefined ? '' : `${year}年`;
  const data = subjectsData(
    archive,
    { name: NAME, description: EXPLAINED, path, canonical, parents, breadcrumb },
    refs.map(({ ref }) => ref),
  );
  const count =
    year === undefined ? `共${threadsOf(archive).all.length}条` : `${year}年${refs.length}条`;
  const description = `${archive.site.name}的${NAME}，${count}：${EXPLAINED}`;
  return {
    ...pageProps(archive, {
      title: `${NAME}${period && ` ${period}`}`,
      ...{ description, path, canonical, data },
    }),
    name: NAME,
    description: EXPLAINED,
    year: shown,
    ...yearLinks(all, shown, paths.threads),
    pinned: refs.filter(({ thread }) => thread.pinned).map(({ ref }) => ref),
    threads: refs.filter(({ thread }) => !thread.pinned).map(({ ref }) => ref),
  };
}

function threadRef({ id, name, ended, items }: Thread, year: string | undefined): ThreadRef {
  const last = items.findLast(({ issue }) => year === undefined || issue.date.startsWith(year));
  const [first] = items;
  if (first === undefined || last === undefined) throw new Error(`the thread ${id} has no items`);
  const { issue, item } = last;
  return {
    name,
    path: paths.thread(id),
    count: items.length,
    first: first.issue.date,
    isEnded: ended !== undefined,
    last: { date: issue.date, title: item.title, path: paths.item(issue.date, item.id) },
  };
}

/**
 * An item of a thread: where it stands, the sentence of it that speaks of the story, its sources, and what links it to
 * earlier items.
 */
export type ShownThreadItem = {
  issue: IssueRef;
  path: string;
  title: string;
  excerpt: string;
  attributions: ShownAttribution[];
  links: { reason: string; term: string | undefined; path: string; date: IsoDate }[];
};

/** One thread, the oldest item first. */
export type ThreadProps = PageProps & {
  name: string;
  description: string;
  /** The last known state: what the newest item says of the story. */
  now: { text: string; date: IsoDate; path: string };
  /** Where an editor ended the thread: when, or how. */
  ended: { date?: IsoDate; text?: string } | undefined;
  items: ShownThreadItem[];
};

function threadPage(archive: Archive, thread: Thread): ThreadProps {
  const { id, name, items } = thread;
  const words = storyWords(
    items.map(({ issue, item }) => unpackTerms(archive.factsOf(item, issue.date).terms)),
  );
  const shown = items.map((each) => shownItem(archive, each, items, words));
  const newest = shown.at(-1);
  if (newest === undefined) throw new Error(`the thread ${id} has no items`);
  const [first, last] = [items[0]?.issue.date, items.at(-1)?.issue.date];
  const span =
    first === undefined || last === undefined || first === last
      ? `${first === undefined ? '' : formatDate(first)}`
      : `${formatDate(first)}至${formatDate(last)}`;
  const description = `这件事的先后报道，${span}共${items.length}条。`;
  const path = paths.thread(id);
  const parents = [{ name: NAME, path: paths.threads() }];
  return {
    ...pageProps(archive, {
      title: `${name} · ${NAME}`,
      description: `${name}：${description}`,
      path,
      feed: threadFeed(archive, thread),
      data: itemsData(archive, { name, description, path, parents }, items),
    }),
    name,
    description,
    now: { text: newest.excerpt, date: newest.issue.date, path: newest.path },
    ended: endOf(thread),
    items: shown,
  };
}

function endOf({ ended }: Thread): ThreadProps['ended'] {
  if (ended === undefined || ended === '') return ended === undefined ? undefined : {};
  return isIsoDate(ended) ? { date: ended } : { text: ended };
}

function shownItem(
  archive: Archive,
  { issue, item, links }: ThreadItem,
  items: readonly ThreadItem[],
  words: readonly string[],
): ShownThreadItem {
  return {
    issue: issueRef(issue),
    path: paths.item(issue.date, item.id),
    title: item.title,
    excerpt: storySentence(item, words),
    attributions: attributionsOf(archive, item),
    links: links.flatMap(({ to, reason, term }) => {
      const earlier = items[to];
      if (earlier === undefined) return [];
      const { date } = earlier.issue;
      return { reason: threadReasons[reason], term, path: paths.item(date, earlier.item.id), date };
    }),
  };
}

/** The page at `/threads/…`: the threads of a year, or one thread. */
export function threadOrYearPage(
  archive: Archive,
  { id }: { id: string },
): ThreadsProps | ThreadProps | undefined {
  if (/^\d{4}$/.test(id)) return threadsPage(archive, { year: id });
  const thread = threadsOf(archive).byId.get(id);
  return thread && threadPage(archive, thread);
}
