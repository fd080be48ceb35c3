/** The formats of a feed: the name of its file, its media type and its name for readers. */
export const feedFormats = {
  rss: { file: 'feed.xml', type: 'application/rss+xml', name: 'RSS' },
  atom: { file: 'atom.xml', type: 'application/atom+xml', name: 'Atom' },
  json: { file: 'feed.json', type: 'application/feed+json', name: 'JSON' },
} as const;
export type FeedFormat = keyof typeof feedFormats;

/** The formats that a feed is printed in. The first is the one that a page names to feed readers. */
export type FeedFormats = readonly [FeedFormat, ...FeedFormat[]];

export const feedFormatNames = ['rss', 'atom', 'json'] as const satisfies FeedFormats;

/**
 * An act or a case is a story that is corrected: Atom tells when, and every feed reader knows it. There are thousands,
 * and a further format of 520 issues would be 7,600 files.
 */
export const deskFeedFormats = ['atom'] as const satisfies FeedFormats;

/** OPML 2.0, for the list of all feeds, which feed readers can import: http://opml.org/spec2.opml. */
export const opmlType = 'text/x-opml';

/** iCalendar, RFC 5545. */
export const calendarType = 'text/calendar';
