import pMap from 'p-map';
import type { Feed } from '#lib/content/issue.ts';
import { addDays, dayIn, type IsoDate } from '#lib/site/dates.ts';
import { DAYS } from '../candidates/candidates.ts';
import type { WordMatcher } from '../candidates/match-words.ts';
import { dayOf, keyOf, type Report } from '../candidates/report.ts';
import type { KnownFeed, KnownFeeds } from './feed-cache.ts';
import type { FetchedFeed, FetchFeed } from './fetch-feed.ts';
import { ownPairs } from './own-pairs.ts';
import { type FeedEntry, parseFeedText } from './parse-feed.ts';

/** How many feeds are asked for at the same time. */
const AT_ONCE = 10;
/** How long all feeds together may take, in ms. What has not been asked by then is read the next time. */
const PATIENCE = 50_000;
/** How long one feed may take, in ms. */
const PATIENCE_EACH = 10_000;

type Context = {
  fetchFeed: FetchFeed;
  /** `User-Agent` */
  agent: string;
  known: KnownFeeds;
  matchWords: WordMatcher;
  /** The hash of the words that are looked for. */
  words: string;
  timeZone: string;
  now: Date;
  /** Called after each feed with the number of those that are done. */
  onProgress?: (done: number) => void;
};

/** A feed that could not be read, and why in a few words. */
export type FeedFailure = { feed: Feed; reason: string };

export type ReadFeeds = {
  reports: Report[];
  failures: FeedFailure[];
  /** The keys of all reports that the feeds name, old ones too; `undefined` where some could not be read. */
  named: ReadonlySet<string> | undefined;
};

/**
 * Reads feeds, ten at a time and each address once. Reports that a feed has named in the last ten days are in the
 * result even where it does not name them any more, or cannot be read now.
 */
export async function readFeeds(feeds: readonly Feed[], context: Context): Promise<ReadFeeds> {
  const once = [...new Map(feeds.map((feed) => [feed.url, feed])).values()];
  const end = Date.now() + PATIENCE;
  let done = 0;
  const results = await pMap(
    once,
    async (feed) => {
      const result = await readFeed(feed, end, context);
      done += 1;
      context.onProgress?.(done);
      return result;
    },
    { concurrency: AT_ONCE },
  );
  const today = dayIn(context.timeZone, context.now);
  const reports = results.flatMap((result) => result.reports);
  const failures = results.flatMap(({ feed, reason }) =>
    reason === undefined ? [] : { feed, reason },
  );
  return {
    reports: reports.filter((report) => isRecent(report, today)),
    failures,
    named: failures.length > 0 ? undefined : new Set(reports.map(({ key }) => key)),
  };
}

/** `reports` has the old ones too that the feed still names. */
type Result = { feed: Feed; reports: Report[]; reason?: string };

async function readFeed(feed: Feed, end: number, context: Context): Promise<Result> {
  const today = dayIn(context.timeZone, context.now);
  const known = await context.known.read(feed.url);
  const before = known?.reports ?? [];
  const fail = (reason: string): Result => ({ feed, reports: before, reason });
  const left = end - Date.now();
  if (left <= 0) return fail('not asked: the others took too long');
  if ((known?.notBefore ?? 0) > context.now.getTime())
    return fail(`not asked: its server wants no request before ${timeOf(known?.notBefore)}`);
  const isSame = known?.words === context.words;
  const fetched = await context.fetchFeed(feed.url, {
    agent: context.agent,
    etag: isSame ? known.etag : undefined,
    lastModified: isSame ? known.lastModified : undefined,
    patience: Math.min(left, PATIENCE_EACH),
  });
  if ('unchanged' in fetched) return { feed, reports: before };
  if ('fault' in fetched) {
    if (fetched.notBefore !== undefined) {
      const { words = '', etag, lastModified, reports = [] } = known ?? {};
      const { notBefore } = fetched;
      await context.known.write(feed.url, { words, etag, lastModified, reports, notBefore });
    }
    return fail(fetched.fault);
  }
  const parsed = parseFeedText(fetched.text, { ...context, url: fetched.url });
  if ('fault' in parsed) return fail(parsed.fault);
  const reports = joinReports(before, reportsOf(parsed.entries, feed, today, context), today);
  await context.known.write(feed.url, toKnow(fetched, reports, context));
  return { feed, reports };
}

function toKnow(
  { etag, lastModified }: Extract<FetchedFeed, { text: string }>,
  reports: Report[],
  { words }: Context,
): KnownFeed {
  return { words, etag, lastModified, reports };
}

/** The entries that have words of the publication, without those that the feed itself calls old. */
function reportsOf(
  entries: readonly FeedEntry[],
  { source }: Feed,
  today: IsoDate,
  { matchWords }: Context,
): Report[] {
  const pairsOf = ownPairs(entries.map(({ title, summary }) => `${title}\n${summary}`));
  return entries.flatMap(({ title, url, day, summary }, at) => {
    if (!isRecent({ day, seen: today }, today)) return [];
    const words = matchWords({ title, text: summary }, day ?? today);
    const pairs = pairsOf[at];
    if (words.length === 0 || pairs === undefined) return [];
    return { key: keyOf(url), title, url, source, day, seen: today, words, pairs };
  });
}

/**
 * The reports of a feed as it names them now, but with the day on which each was first seen, and those of the last days
 * that it does not name any more. A report without a day stays known as long as it is named, or it would be new again.
 */
function joinReports(before: readonly Report[], now: readonly Report[], today: IsoDate): Report[] {
  const joined = new Map(before.map((report) => [report.key, report]));
  const named = now.map((report) => {
    const seen = joined.get(report.key)?.seen ?? report.seen;
    joined.delete(report.key);
    return { ...report, seen };
  });
  return [...named, ...[...joined.values()].filter((report) => isRecent(report, today))];
}

function isRecent(report: Pick<Report, 'day' | 'seen'>, today: IsoDate): boolean {
  return dayOf(report) >= addDays(today, -DAYS);
}

function timeOf(time = 0): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ').concat(' UTC');
}
