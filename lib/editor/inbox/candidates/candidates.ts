import { nameKey } from '#lib/content/names.ts';
import type { Entry } from '#lib/content/queries.ts';
import { addDays, type IsoDate } from '#lib/site/dates.ts';
import type { Decision } from '../decisions/decision.ts';
import { dayOf, type Report } from './report.ts';
import { StoryIndex } from './same-story.ts';
import type { Told } from './told.ts';

/** For how many days a report stays a candidate that nobody has decided on. */
export const DAYS = 10;

/** A report that an editor may take. */
export type Candidate = Report & {
  /** Keys of the same report at other addresses of its publisher: what is decided on it is decided on them. */
  also: string[];
  /** Whether an editor has kept it for later. */
  kept: boolean;
};

/** Reports of one story, the earliest first. */
export type Story = readonly Candidate[];

export type Inbox = {
  /** The newest story first. */
  stories: Story[];
  /** Stories that need no look: an item tells them already (`entry`), or an editor declined another report of them. */
  folded: { entry: Entry | undefined; story: Story }[];
};

type Context = {
  decisions: ReadonlyMap<string, Decision>;
  told: Told;
  today: IsoDate;
};

/**
 * The candidates among some reports: none that was declined, that an item cites, or that is older than ten days unless
 * it was kept. Reports of one story stand together.
 */
export function candidatesIn(reports: readonly Report[], context: Context): Inbox {
  const inbox: Inbox = { stories: [], folded: [] };
  for (const all of groupByStory(foldSame(reports))) {
    const story = all
      .filter((each) => isOpen(each, context))
      .map((each) => noteKept(each, context));
    if (story.length === 0) continue;
    const entry = tellingEntry(all, context);
    const isDeclined = all.some((each) => hasState(each, 'declined', context));
    const needsLook = story.some(({ kept }) => kept) || (entry === undefined && !isDeclined);
    if (needsLook) inbox.stories.push(story);
    else inbox.folded.push({ entry, story });
  }
  inbox.stories.sort(newestFirst);
  inbox.folded.sort((a, b) => newestFirst(a.story, b.story));
  return inbox;
}

/** A report with the keys of the same report at other addresses. */
type Folded = Report & { also: string[] };

function isOpen(report: Folded, context: Context): boolean {
  if (hasState(report, 'declined', context)) return false;
  if (context.told.citing(report.url) !== undefined) return false;
  return hasState(report, 'kept', context) || dayOf(report) >= addDays(context.today, -DAYS);
}

function noteKept(report: Folded, context: Context): Candidate {
  return { ...report, kept: hasState(report, 'kept', context) };
}

function hasState(report: Folded, state: Decision['state'], { decisions }: Context): boolean {
  return [report.key, ...report.also].some((key) => decisions.get(key)?.state === state);
}

/** The item that cites a report of a story, or else tells it. */
function tellingEntry(story: readonly Folded[], { told }: Context): Entry | undefined {
  const cited = story.flatMap(({ url }) => told.citing(url) ?? []);
  return cited[0] ?? story.flatMap((report) => told.telling(report) ?? [])[0];
}

/** Joins the reports of one publisher that have the same address or the same headline. The earliest stands for all. */
function foldSame(reports: readonly Report[]): Folded[] {
  const byKey = new Map<string, Folded>();
  const byTitle = new Map<string, Folded>();
  for (const report of [...reports].sort(earlierFirst)) {
    const title = `${report.source} ${nameKey(report.title)}`;
    const first = byKey.get(report.key) ?? byTitle.get(title);
    if (first !== undefined) {
      if (first.key !== report.key && !first.also.includes(report.key)) first.also.push(report.key);
      continue;
    }
    const candidate: Folded = { ...report, also: [] };
    byKey.set(report.key, candidate);
    byTitle.set(title, candidate);
  }
  return [...byTitle.values()];
}

/** The longest is compared first: a short report is a part of a long one, and not the other way round. */
function groupByStory(reports: readonly Folded[]): Folded[][] {
  const index = new StoryIndex<Folded[]>();
  const stories: Folded[][] = [];
  const byLength = [...reports].sort(
    (a, b) => b.pairs.length - a.pairs.length || earlierFirst(a, b),
  );
  for (const report of byLength) {
    const found = index.find(report);
    const story = found ?? [];
    story.push(report);
    if (found === undefined) stories.push(story);
    index.add(report, story);
  }
  for (const story of stories) story.sort(earlierFirst);
  return stories;
}

function newestFirst(a: Story, b: Story): number {
  return compare(newest(b), newest(a)) || b.length - a.length || compare(a[0]?.key, b[0]?.key);
}

function newest(story: Story): string {
  return story.map(dayOf).sort().at(-1) ?? '';
}

/** Reports of one day are in the order of their publishers, the same on every machine. */
function earlierFirst(a: Report, b: Report): number {
  return compare(dayOf(a), dayOf(b)) || compare(a.source, b.source) || compare(a.key, b.key);
}

function compare(a = '', b = ''): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
