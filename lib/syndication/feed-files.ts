import type { Archive } from '#lib/content/archive.ts';
import { feedFormatNames, feedFormats, opmlType } from '#lib/site/feed-formats.ts';
import { paths } from '#lib/site/paths.ts';
import { feedOf } from './feed.ts';
import { feedListOf } from './feed-list.ts';
import { feedsOf } from './feeds.ts';
import { writeFeed } from './write-feed.ts';
import { writeOpml } from './write-opml.ts';

/** The feed, or the list of feeds, at a path, percent-encoded or not; `undefined` where there is none. */
export function feedFileAt(
  archive: Archive,
  path: string,
): { type: string; text: string } | undefined {
  const wanted = decodeURI(path);
  if (wanted === paths.feedList()) return { type: opmlType, text: writeOpml(feedListOf(archive)) };
  for (const ref of feedsOf(archive)) {
    const format = feedFormatNames.find((name) => decodeURI(ref.path(name)) === wanted);
    if (format === undefined) continue;
    return { type: feedFormats[format].type, text: writeFeed(feedOf(archive, ref), format) };
  }
  return undefined;
}
