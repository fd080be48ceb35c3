import type { Issue, Item } from '#lib/content/issue.ts';
import { formatDate, type IsoDate, instantOf } from '#lib/site/dates.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { issueHeading, issueTitle, type Site } from '#lib/site/site.ts';
import { tagUri } from '#lib/syndication/tag-uri.ts';

/** One issue, or the issues of a year: what an e-book or a Word document is written from. */
export type Book = {
  /** A tag URI, which never changes. */
  id: string;
  title: string;
  /** The absolute address of the page that shows the same. */
  url: string;
  publication: Pick<Site, 'name' | 'tagline' | 'description' | 'origin' | 'language' | 'reprint'>;
  /** The day of the newest issue in it. */
  date: IsoDate;
  /** The day on which it was last corrected, or else published. */
  updated: IsoDate;
  /** The instant of `updated`: ISO 8601 in UTC, without parts of a second. */
  modified: string;
  /** Set where it is the volume of a year. */
  year?: string;
  /** In the order of their days. */
  issues: BookIssue[];
};

export type BookIssue = {
  date: IsoDate;
  number?: number;
  /** Its title, where it is more than the publication's name and the day. */
  ownTitle?: string;
  url: string;
  summary?: string;
  editor?: string;
  lead: string;
  sections: BookSection[];
};

export type BookSection = { id: string; name: string; url: string; items: BookItem[] };

/** `url` is absolute. Addresses in `html` are relative to the page of the issue, as they are there. */
export type BookItem = {
  id: string;
  title: string;
  url: string;
  html: string;
  sources: BookSource[];
};

/** A source. `page` is the publisher's page here, `url` and `date` are of the report, where they are known. */
export type BookSource = { name: string; page: string; url?: string; date?: IsoDate };

/** A book of one issue. */
export function issueBook(site: Site, issue: Issue): Book {
  return {
    ...bookOf(site, [issue]),
    id: tagUri(site, issue.date),
    title: issueHeading(issue),
    url: absoluteUrl(site.origin, paths.issue(issue.date)),
  };
}

/** The book of a year. @param issues all issues of the year, newest first */
export function volumeBook(site: Site, year: string, issues: readonly Issue[]): Book {
  return {
    ...bookOf(site, issues.toReversed()),
    id: tagUri(site, 'volumes', year),
    title: `${site.name} ${year}年合订本`,
    url: absoluteUrl(site.origin, paths.archive(year)),
    year,
  };
}

function bookOf(
  site: Site,
  issues: readonly Issue[],
): Pick<Book, 'publication' | 'date' | 'updated' | 'modified' | 'issues'> {
  const { name, tagline, description, origin, language, reprint } = site;
  const newest = (days: IsoDate[]): IsoDate => days.reduce((a, b) => (a > b ? a : b));
  const updated = newest(issues.map((issue) => issue.updated));
  return {
    publication: { name, tagline, description, origin, language, reprint },
    date: newest(issues.map((issue) => issue.date)),
    updated,
    modified: instantOf(updated, site.publishTime, site.timeZone)
      .toISOString()
      .replace(/\.\d+Z$/, 'Z'),
    issues: issues.map((issue) => toBookIssue(issue, site)),
  };
}

function toBookIssue(issue: Issue, site: Site): BookIssue {
  const { date, number, title, summary, editor, lead, sections } = issue;
  const absolute = (path: string) => absoluteUrl(site.origin, path);
  return {
    date,
    ...(number === undefined ? {} : { number }),
    ...(title === issueTitle(site, date) ? {} : { ownTitle: title }),
    url: absolute(paths.issue(date)),
    ...(summary === undefined ? {} : { summary }),
    ...(editor === undefined ? {} : { editor }),
    lead: lead.__html,
    sections: sections
      .filter(({ items }) => items.length > 0)
      .map(({ section: { id, name }, items }) => ({
        id,
        name,
        url: absolute(paths.issueSection(date, id)),
        items: items.map((item) => toBookItem(item, date, absolute)),
      })),
  };
}

function toBookItem(
  { id, title, html, attributions }: Item,
  date: IsoDate,
  absolute: (path: string) => string,
): BookItem {
  return {
    id,
    title,
    url: absolute(paths.item(date, id)),
    html: html.__html,
    sources: attributions.map(({ source, url, date: reported }) => ({
      name: source.name,
      page: absolute(paths.source(source.slug)),
      ...(url === undefined ? {} : { url }),
      ...(reported === undefined ? {} : { date: reported }),
    })),
  };
}

/** The name of an issue in a book: `2025年3月31日 第1期`, with its own title where it has one. */
export function issueName({ date, number, ownTitle }: BookIssue): string {
  return issueHeading({
    title: ownTitle === undefined ? formatDate(date) : `${formatDate(date)} ${ownTitle}`,
    ...(number === undefined ? {} : { number }),
  });
}

/** How many items a book holds. */
export function countItems({ issues }: Book): number {
  return issues.flatMap(({ sections }) => sections.flatMap(({ items }) => items)).length;
}
