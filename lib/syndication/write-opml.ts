import { generateOpml } from 'feedsmith';
import type { FeedList } from './feed-list.ts';
import { xmlText } from './xml-text.ts';

/** Writes a list of feeds as OPML 2.0: http://opml.org/spec2.opml. */
export function writeOpml({ title, language, groups }: FeedList): string {
  return xmlText(
    generateOpml({
      head: { title },
      body: {
        outlines: groups.map((group) => ({
          text: group.name,
          outlines: group.feeds.map((feed) => ({
            type: 'rss',
            text: feed.title,
            title: feed.title,
            xmlUrl: feed.url,
            htmlUrl: feed.page,
            language,
            version: 'RSS2',
          })),
        })),
      },
    }),
  );
}
