import type { Archive } from '#lib/content/archive.ts';
import { type FeedFormat, feedFormatNames, feedFormats, opmlType } from '#lib/site/feed-formats.ts';
import { paths } from '#lib/site/paths.ts';
import type { FileSource } from '#lib/site/public-file.ts';
import { type FeedProps, feedProps } from './feed.ts';
import { type FeedList, feedListOf } from './feed-list.ts';
import { feedsOf } from './feeds.ts';

type FeedFile =
  | FileSource<'feed', { feed: FeedProps; format: FeedFormat }>
  | FileSource<'feed list', FeedList>;

/** Every feed in every format, and the list of feeds. A site without an issue has none. */
export function feedFiles(archive: Archive): FeedFile[] {
  const feeds = feedsOf(archive);
  if (feeds.length === 0) return [];
  const files = feeds.flatMap((ref) =>
    feedFormatNames.map(
      (format): FeedFile => ({
        path: ref.path(format),
        kind: 'feed',
        type: `${feedFormats[format].type}; charset=utf-8`,
        writer: 'feed',
        props: () => ({ feed: feedProps(archive, ref), format }),
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
