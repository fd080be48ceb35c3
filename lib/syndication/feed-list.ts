import type { Archive } from '#lib/content/archive.ts';
import { absoluteUrl } from '#lib/site/paths.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { type FeedKind, type FeedRef, feedsOf } from './feeds.ts';

/** The groups that feeds are listed in, and what each is called. */
const GROUPS: readonly { name: string; kinds: readonly FeedKind[] }[] = [
  { name: '全刊', kinds: ['items', 'issues'] },
  { name: '栏目', kinds: ['section'] },
  { name: '主题', kinds: ['topic'] },
  { name: '来源', kinds: ['source'] },
  { name: '脉络', kinds: ['thread'] },
];

/**
 * Every feed of the site under what it is of, of the threads those that went on in the newest year: what is
 * over brings nothing new. Groups with nothing in them are left out.
 */
export function feedGroups(archive: Archive): { name: string; feeds: FeedRef[] }[] {
  const [running = []] = threadsOf(archive).byYear.values();
  const ids = new Set(running.map(({ id }) => id));
  const feeds = feedsOf(archive).filter(({ kind, id }) => kind !== 'thread' || ids.has(id));
  return GROUPS.map(({ name, kinds }) => ({
    name,
    feeds: feeds.filter(({ kind }) => kinds.includes(kind)),
  })).filter((group) => group.feeds.length > 0);
}

/** All feeds as a reader's program imports them: one address each, the RSS one. Addresses are absolute. */
export type FeedList = {
  title: string;
  language: string;
  groups: { name: string; feeds: { title: string; url: string; page: string }[] }[];
};

export function feedListOf(archive: Archive): FeedList {
  const { name, origin, language } = archive.site;
  return {
    title: name,
    language,
    groups: feedGroups(archive).map((group) => ({
      name: group.name,
      feeds: group.feeds.map(({ title, path, page }) => ({
        title,
        url: absoluteUrl(origin, path('rss')),
        page: absoluteUrl(origin, page),
      })),
    })),
  };
}
