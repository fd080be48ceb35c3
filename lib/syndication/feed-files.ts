import type { Archive } from '#lib/content/archive.ts';
import { feedFormatNames, feedFormats, opmlType } from '#lib/site/feed-formats.ts';
import { once } from '#lib/site/once.ts';
import { paths } from '#lib/site/paths.ts';
import { type PublicFile, publicFile } from '#lib/site/public-file.ts';
import { feedOf, feedSource } from './feed.ts';
import { feedListOf } from './feed-list.ts';
import { feedsOf } from './feeds.ts';
import { writeFeed } from './write-feed.ts';
import { writeOpml } from './write-opml.ts';

/** Every feed in every format, and the list of them; nothing where there is no issue. */
export function feedFiles(archive: Archive): PublicFile[] {
  const feeds = feedsOf(archive);
  if (feeds.length === 0) return [];
  const files = feeds.flatMap((ref) => {
    // What it is made of is known sooner than it is made: that is enough to tell whether it has changed.
    const props = once(() => feedSource(archive, ref));
    const feed = once(() => feedOf(props()));
    return feedFormatNames.map((format) =>
      publicFile({
        path: ref.path(format),
        kind: 'feed',
        type: `${feedFormats[format].type}; charset=utf-8`,
        props,
        write: () => writeFeed(feed(), format),
      }),
    );
  });
  const list = publicFile({
    path: paths.feedList(),
    kind: 'feed',
    type: `${opmlType}; charset=utf-8`,
    props: () => feedListOf(archive),
    write: writeOpml,
  });
  return [...files, list];
}
