import { type AnyFeed, DetectError, parseFeed } from 'feedsmith';
import { isWebAddress, withoutTracking } from '#lib/content/prose/links.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { entryDay } from './entry-day.ts';
import { textInLine, textOfHtml } from './plain-text.ts';

/**
 * A report that a feed names. `day` is left out where the feed gives none. `summary` is what the feed says of it: words
 * are looked for in it, and it is never stored.
 */
export type FeedEntry = { title: string; url: string; day?: IsoDate; summary: string };

/** The entries of a feed, or in a few words why there are none. */
export type ParsedFeed = { entries: FeedEntry[] } | { fault: string };

/** Where a feed was found, and what its days are counted by. */
export type FeedContext = { url: string; timeZone: string; now: Date };

/** More entries than a publisher writes in ten days. */
const MOST_ENTRIES = 500;
const LONGEST_TITLE = 200;
/** In characters of HTML. Some feeds hold whole articles, and what an article is about stands at its start. */
const LONGEST_SUMMARY = 4000;

/** An entry as the four formats have it in common. */
type RawEntry = {
  title: string | undefined;
  isHtml: boolean;
  links: (string | undefined)[];
  dates: (string | undefined)[];
  texts: (string | undefined)[];
};

/** Reads RSS, Atom, RDF and JSON Feed. Entries without a title or without an address on the web are left out. */
export function parseFeedText(text: string, context: FeedContext): ParsedFeed {
  const parsed = parse(text);
  if ('fault' in parsed) return parsed;
  const base = homeOf(parsed.feed, context.url);
  const entries = new Map<string, FeedEntry>();
  for (const raw of rawEntries(parsed.feed)) {
    const entry = readEntry(raw, base, context);
    if (entry !== undefined && !entries.has(entry.url)) entries.set(entry.url, entry);
  }
  return { entries: [...entries.values()] };
}

function parse(text: string): { feed: AnyFeed } | { fault: string } {
  try {
    return { feed: parseFeed(text, { maxItems: MOST_ENTRIES }) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (!(error instanceof DetectError)) return { fault: 'a damaged feed, which cannot be read' };
    if (/<html[\s>]|<!doctype html/i.test(text.slice(0, 2000)))
      return { fault: 'a web page and no feed' };
    return {
      fault: text.trim() === '' ? 'nothing at all' : 'no feed: neither RSS, Atom nor JSON Feed',
    };
  }
}

/** What relative links are relative to: the site that the feed is of, which may not be the one that it is served by. */
function homeOf({ format, feed }: AnyFeed, url: string): string {
  const home = format === 'atom' ? undefined : format === 'json' ? feed.home_page_url : feed.link;
  return (typeof home === 'string' && absolute(home, url)) || url;
}

function rawEntries({ format, feed }: AnyFeed): RawEntry[] {
  switch (format) {
    case 'rss':
      return (feed.items ?? []).map(({ title, link, guid, pubDate, dc, description, content }) => ({
        title,
        isHtml: true,
        links: [link, ifAddress(guid?.isPermaLink === false ? undefined : guid?.value)],
        dates: [pubDate, ...(dc?.dates ?? [])],
        texts: [description, content?.encoded],
      }));
    case 'rdf':
      return (feed.items ?? []).map(({ title, link, rdf, dc, description, content }) => ({
        title,
        isHtml: true,
        links: [link, ifAddress(rdf?.about)],
        dates: dc?.dates ?? [],
        texts: [description, content?.encoded],
      }));
    case 'atom':
      return (feed.entries ?? []).map(
        ({ title, links = [], published, updated, summary, content }) => ({
          title: title?.value,
          isHtml: title?.type !== undefined && title.type !== 'text',
          // RFC 4287, 4.2.7.2: a link without `rel` is the alternate.
          links: links.flatMap(({ rel = 'alternate', href }) => (rel === 'alternate' ? href : [])),
          dates: [published, updated],
          texts: [summary?.value, content?.value],
        }),
      );
    case 'json':
      return (feed.items ?? []).map((item) => ({
        title: item.title,
        isHtml: false,
        links: [item.url, item.external_url, ifAddress(item.id)],
        dates: [item.date_published, item.date_modified],
        texts: [item.summary, item.content_text, item.content_html],
      }));
  }
}

function readEntry(raw: RawEntry, base: string, context: FeedContext): FeedEntry | undefined {
  const written = raw.title ?? '';
  const title = textInLine(
    raw.isHtml ? textOfHtml(written, LONGEST_SUMMARY) : written,
    LONGEST_TITLE,
  );
  const url = raw.links.flatMap((link) => absolute(link, base) ?? [])[0];
  if (title === '' || url === undefined) return undefined;
  const day = raw.dates.flatMap((date) => entryDay(date, context) ?? [])[0];
  return {
    title,
    url,
    ...(day === undefined ? {} : { day }),
    summary: raw.texts
      .map((text) => textOfHtml(text ?? '', LONGEST_SUMMARY))
      .join('\n')
      .trim(),
  };
}

/** An id of an entry where it is an address: `123` is no link to follow. */
function ifAddress(id: string | undefined): string | undefined {
  return id !== undefined && isWebAddress(id.trim()) ? id : undefined;
}

/** An absolute address on the web without tracking parameters; `undefined` for anything else. */
function absolute(link: string | undefined, base: string): string | undefined {
  const text = link?.trim() ?? '';
  if (text === '' || !URL.canParse(text, base)) return undefined;
  const { href } = new URL(text, base);
  return isWebAddress(href) ? withoutTracking(href) : undefined;
}
