import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { type FeedFormat, feedFormats } from '#lib/site/feed-formats.ts';
import type { Feed } from './feed.ts';
import type { FeedEntry } from './feed-entry.ts';
import { xmlText } from './xml-text.ts';

/** Writes a feed in one of its formats. */
export function writeFeed(feed: Feed, format: FeedFormat): string {
  return writers[format](feed);
}

const writers: Record<FeedFormat, (feed: Feed) => string> = {
  rss: writeRss,
  atom: writeAtom,
  json: writeJson,
};

/**
 * RSS 2.0: https://www.rssboard.org/rss-specification, with the link and the dates of Atom that it lacks. It has no
 * `source` element, which would need the address of a source's own feed. The text of each item names its sources.
 */
function writeRss({ title, description, page, self, updated, publisher, entries }: Feed): string {
  return xmlText(
    generateRssFeed({
      title,
      link: page,
      description,
      language: publisher.language,
      copyright: publisher.rights,
      lastBuildDate: updated,
      atom: { links: [{ rel: 'self', href: self.rss, type: feedFormats.rss.type }] },
      items: entries.map((entry) => ({
        title: entry.title,
        link: entry.url,
        description: entry.html,
        guid: { value: entry.id, isPermaLink: false },
        pubDate: entry.published,
        categories: entry.categories.map((name) => ({ name })),
        // RSS has an element for an author's mail address alone.
        ...(entry.author === undefined ? {} : { dc: { creators: [entry.author] } }),
        ...(isCorrected(entry) ? { atom: { updated: entry.updated } } : {}),
      })),
    }),
  );
}

/** Atom, RFC 4287. The feed's author, which it must have, is the publication itself. */
function writeAtom(feed: Feed): string {
  const { id, title, description, page, self, updated, publisher, entries } = feed;
  return xmlText(
    generateAtomFeed({
      xml: { lang: publisher.language },
      id,
      title: text(title),
      subtitle: text(description),
      updated,
      authors: [{ name: publisher.name, uri: publisher.url }],
      rights: text(publisher.rights),
      links: [
        { rel: 'self', href: self.atom, type: feedFormats.atom.type },
        { rel: 'alternate', href: page, type: 'text/html' },
      ],
      entries: entries.map((entry) => ({
        id: entry.id,
        title: text(entry.title),
        published: entry.published,
        updated: entry.updated,
        links: [
          { rel: 'alternate', href: entry.url, type: 'text/html' },
          ...entry.reports.map(({ source, url }) => ({ rel: 'via', href: url, title: source })),
        ],
        categories: entry.categories.map((term) => ({ term })),
        ...(entry.author === undefined ? {} : { authors: [{ name: entry.author }] }),
        ...(entry.summary === undefined ? {} : { summary: text(entry.summary) }),
        content: { type: 'html', value: entry.html },
      })),
    }),
  );
}

function text(value: string) {
  return { type: 'text', value };
}

/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/. */
function writeJson({ title, description, page, self, publisher, entries }: Feed): string {
  const feed = generateJsonFeed({
    title,
    home_page_url: page,
    feed_url: self.json,
    description,
    language: publisher.language,
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_html: entry.html,
      date_published: entry.published,
      tags: entry.categories,
      ...(entry.summary === undefined ? {} : { summary: entry.summary }),
      ...(entry.author === undefined ? {} : { authors: [{ name: entry.author }] }),
      ...(isCorrected(entry) ? { date_modified: entry.updated } : {}),
    })),
  });
  // feedsmith leaves out an empty list of items, but the format requires it.
  return JSON.stringify(entries.length === 0 ? Object.assign({ items: [] }, feed) : feed);
}

function isCorrected({ published, updated }: FeedEntry): boolean {
  return updated > published;
}
