/** The formats of a feed: the name of its file, its media type and its name for readers. */
export const feedFormats = {
  rss: { file: 'feed.xml', type: 'application/rss+xml', name: 'RSS' },
  atom: { file: 'atom.xml', type: 'application/atom+xml', name: 'Atom' },
  json: { file: 'feed.json', type: 'application/feed+json', name: 'JSON' },
} as const;
export type FeedFormat = keyof typeof feedFormats;

export const feedFormatNames = ['rss', 'atom', 'json'] as const satisfies readonly FeedFormat[];

/** OPML 2.0, for the list of all feeds, which feed readers can import: http://opml.org/spec2.opml. */
export const opmlType = 'text/x-opml';

/** iCalendar, RFC 5545. */
export const calendarType = 'text/calendar';
