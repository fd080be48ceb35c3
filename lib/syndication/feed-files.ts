import type { Archive } from '#lib/content/archive.ts';
import { type FeedFormat, feedFormats, opmlType } from '#lib/site/feed-formats.ts';
import { paths } from '#lib/site/paths.ts';
import type { FileSource } from '#lib/site/public-file.ts';
import { memoise } from '#lib/system/memo.ts';
import { type FeedProps, feedProps } from './feed.ts';
import { type FeedList, feedListOf } from './feed-list.ts';
import { type FeedRef, feedsOf } from './feeds.ts';

type FeedFile =
  | FileSource<'feed', { feed: FeedProps; format: FeedFormat }>
  | FileSource<'feed list', FeedList>;

/** Every feed in each of its formats, and the list of feeds. A site without an issue has none. */
export function feedFiles(archive: Archive): FeedFile[] {
  const feeds = feedsOf(archive);
  if (feeds.length === 0) return [];
  // The formats of a feed share one object, so that a thread gets one copy of it and makes its entries once.
  const propsOf = memoise((ref: FeedRef) => feedProps(archive, ref));
  const files = feeds.flatMap((ref) =>
    ref.formats.map(
      (format): FeedFile => ({
        path: ref.path(format),
        kind: 'feed',
        type: `${feedFormats[format].type}; charset=utf-8`,
        writer: 'feed',
        props: () => ({ feed: propsOf(ref), format }),
      }),
    ),
  );
  const list: FeedFile = {
    path: paths.feedList(),
    kind: 'feed',
    type: `${opmlType}; charset=utf-8`,
    writer: 'feed list',
    props: () => feedListOf(archive),
  };
  return [...files, list];
}
