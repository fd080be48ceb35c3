import { readRegistries, readWholeArchive } from '#lib/check/read-folder.ts';
import type { Feed } from '#lib/content/issue.ts';
import { dayIn, type IsoDate } from '#lib/site/dates.ts';
import { pairsOfLetters } from '#lib/site/pair-index.ts';
import { hashOf } from '#lib/system/hash.ts';
import { userAgent } from '#lib/web/fetch-page.ts';
import { candidatesIn } from './candidates/candidates.ts';
import { type WordMatcher, wordMatcher } from './candidates/match-words.ts';
import type { Report } from './candidates/report.ts';
import { toldIn } from './candidates/told.ts';
import type { Decision } from './decisions/decision.ts';
import { DecisionFile } from './decisions/decision-file.ts';
import { KnownFeeds } from './feeds/feed-cache.ts';
import { type FeedFailure, readFeeds } from './feeds/read-feeds.ts';
import type { InboxPlaces } from './inbox-places.ts';
import { InboxSession } from './session.ts';

type Options = InboxPlaces & {
  onProgress?: (done: number, all: number) => void;
};

export type OpenedInbox = {
  session: InboxSession;
  feeds: readonly Feed[];
  failures: FeedFailure[];
};

/**
 * Reads the feeds of a publication and finds the candidates in them.
 * @throws Failure when the content folder or the file of decisions cannot be read
 */
export async function openInbox(options: Options): Promise<OpenedInbox> {
  const { folder, cache, fetchFeed, take, now = new Date(), onProgress } = options;
  const file = new DecisionFile(folder);
  const decisions = await file.read();
  const [registries, archive] = await Promise.all([
    readRegistries(folder),
    readWholeArchive(folder),
  ]);
  const { site, topics, entities, feeds } = registries;
  const { timeZone } = site;
  const matchWords = wordMatcher(registries);
  const { reports, failures, named } = await readFeeds(feeds, {
    fetchFeed,
    agent: userAgent(archive.site.origin),
    known: new KnownFeeds(cache),
    matchWords,
    words: hashOf(JSON.stringify([topics, entities])),
    timeZone,
    now,
    onProgress: (done) => onProgress?.(done, feeds.length),
  });
  const today = dayIn(timeZone, now);
  const told = toldIn(archive.issues);
  const all = [...reports, ...keptReports(decisions, reports, matchWords)];
  const inbox = candidatesIn(all, { decisions, told, today });
  const since = { today, named, isCited: (url: string) => told.citing(url) !== undefined };
  return { session: new InboxSession({ inbox, file, take, since }), feeds, failures };
}

/** The reports that an editor kept and that no feed names any more. */
function keptReports(
  decisions: ReadonlyMap<string, Decision>,
  reports: readonly Report[],
  matchWords: WordMatcher,
): Report[] {
  const known = new Set(reports.map(({ key }) => key));
  return [...decisions.values()].flatMap((decision) => {
    if (decision.state !== 'kept' || known.has(decision.key)) return [];
    const { key, title, url, source, day, on } = decision;
    return { key, title, url, source, day, seen: on, ...aboutTitle(title, day ?? on, matchWords) };
  });
}

function aboutTitle(title: string, date: IsoDate, matchWords: WordMatcher) {
  return { words: matchWords({ title, text: '' }, date), pairs: pairsOfLetters(title) };
}
