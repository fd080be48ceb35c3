import type { Archive } from '#lib/content/archive.ts';
import { absoluteUrl } from '#lib/site/paths.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { type FeedKind, type FeedRef, feedsOf } from './feeds.ts';

/**
 * The groups in which feeds are listed. Those of entities, acts and cases are in none: there may be hundreds, which
 * would hide the others and fill a reader that imports the list. A feed reader finds them on their pages.
 */
const GROUPS: readonly { name: string; kinds: readonly FeedKind[] }[] = [
  { name: '全刊', kinds: ['items', 'issues'] },
  { name: '栏目', kinds: ['section'] },
  { name: '主题', kinds: ['topic'] },
  { name: '来源', kinds: ['source'] },
  { name: '脉络', kinds: ['thread'] },
];

/**
 * The feeds of the site in groups. Of the threads it lists those that have an item in the newest year, since an old
 * thread brings nothing new. A group without feeds is left out.
 */
export function feedGroups(archive: Archive): { name: string; feeds: FeedRef[] }[] {
  const [ofNewestYear = []] = threadsOf(archive).byYear.values();
  const threadIds = new Set(ofNewestYear.map(({ id }) => id));
  const feeds = feedsOf(archive).filter(({ kind, id }) => kind !== 'thread' || threadIds.has(id));
  return GROUPS.map(({ name, kinds }) => ({
    name,
    feeds: feeds.filter(({ kind }) => kinds.includes(kind)),
  })).filter((group) => group.feeds.length > 0);
}

/** A list of feeds for programs to import. Each feed has the address of its first format alone. Addresses are absolute. */
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
      feeds: group.feeds.map(({ title, path, formats: [format], page }) => ({
        title,
        url: absoluteUrl(origin, path(format)),
        page: absoluteUrl(origin, page),
      })),
    })),
  };
}
