import type { Archive } from '#lib/content/archive.ts';
import type { Issue, Item } from '#lib/content/issue.ts';
import { itemsOf, topicsOf, updatedOn } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { issueHeading } from '#lib/site/site.ts';
import { issueHtml, itemHtml } from './html.ts';
import { publishedOn } from './published-on.ts';
import { tagUri } from './tag-uri.ts';

/** An item or an issue in a feed, for every format. All addresses are absolute. */
export type FeedEntry = {
  /** A tag URI, which never changes. */
  id: string;
  url: string;
  title: string;
  summary: string | undefined;
  html: string;
  /** The issue's editor. The authors of the reports that it cites did not write our text. */
  author: string | undefined;
  published: Date;
  /** When it was last corrected, or else published. */
  updated: Date;
  /** The names of its section and topics. */
  categories: string[];
  /** The reports that it cites and whose addresses are known. */
  reports: { source: string; url: string }[];
};

/** What an entry takes from the archive besides its issue or item. */
export type SiteAndTopics = Pick<Archive, 'site' | 'topics'>;

/** An item, and what its entry takes from the issue and the section. */
export type FeedItem = { date: IsoDate; editor: string | undefined; section: string; item: Item };

/** An item as an entry of any feed. */
export function itemEntry(
  { date, editor, section, item }: FeedItem,
  publication: SiteAndTopics,
): FeedEntry {
  const { site } = publication;
  const url = absoluteUrl(site.origin, paths.item(date, item.id));
  const published = publishedOn(date, site);
  const updated = updatedOn({ date }, item);
  return {
    id: tagUri(site, date, item.id),
    url,
    title: item.title,
    summary: undefined,
    // An address such as `#k3x9qa` in a text is a place on the page of the issue.
    html: itemHtml(item, absoluteUrl(site.origin, paths.issue(date))),
    author: editor,
    published,
    updated: updated === date ? published : publishedOn(updated, site),
    categories: [section, ...topicNames(publication, item)],
    reports: reportsOf(item),
  };
}

/** A whole issue as an entry. */
export function issueEntry(issue: Issue, publication: SiteAndTopics): FeedEntry {
  const { site } = publication;
  const url = absoluteUrl(site.origin, paths.issue(issue.date));
  const items = itemsOf(issue);
  const sections = issue.sections.map(({ section }) => section.name);
  return {
    id: tagUri(site, issue.date),
    url,
    title: issueHeading(issue),
    summary: issue.summary,
    html: issueHtml(issue, url),
    author: issue.editor,
    published: publishedOn(issue.date, site),
    updated: publishedOn(issue.updated, site),
    categories: [
      ...new Set([...sections, ...items.flatMap((item) => topicNames(publication, item))]),
    ],
    reports: [],
  };
}

function topicNames(publication: SiteAndTopics, item: Item): string[] {
  return topicsOf(publication, item).map(({ name }) => name);
}

function reportsOf({ attributions }: Item): FeedEntry['reports'] {
  return attributions.flatMap(({ source, url }) =>
    url === undefined ? [] : [{ source: source.name, url }],
  );
}
