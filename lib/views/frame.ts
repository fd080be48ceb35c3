import { cardSize } from '#lib/cards/card.ts';
import { cardPath } from '#lib/cards/card-files.ts';
import type { Reference } from '#lib/citations/reference.ts';
import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { feedFormats } from '#lib/site/feed-formats.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { openGraphLocale } from '#lib/site/site.ts';
import { type FeedRef, siteFeeds } from '#lib/syndication/feeds.ts';
import {
  type Breadcrumb,
  graphOf,
  type PageData,
  type StructuredData,
  trailOf,
} from '#lib/syndication/structured-data/graph.ts';
import { memoise } from '#lib/system/memo.ts';
import { type LegalLine, legalLines } from './legal.ts';
import { type ReportLink, reportOf } from './report-link.ts';

/** The props of what every page has around its own content: masthead, navigation, footer. */
export type Frame = {
  name: string;
  tagline: string;
  sections: { id: string; name: string }[];
  reprint: string;
  report?: ReportLink;
  /** What Chinese law wants in the footer; left out where there is nothing. */
  legal?: LegalLine[];
  /** The pages from the front page to this one, both included; empty where the page is in no such order. */
  trail: readonly Breadcrumb[];
};

/** The props of a page's `<head>`: what browsers, search engines and feed readers take from it. */
export type Head = {
  /** BCP 47, such as `zh-CN`. */
  language: string;
  title: string;
  description: string;
  canonical: string;
  /** Whether search engines are asked to leave the page out: a tool or a notice. */
  unlisted: boolean;
  /** Whether the page names the web app manifest. Only the front page does: browsers load it wherever it is named. */
  installable: boolean;
  /** The feeds that a feed reader finds on the page; its own comes first. Addresses are absolute. */
  feeds: { title: string; type: string; url: string }[];
  /** The card of the page: the picture's absolute address, its size in px, its text alternative; the locale. */
  shared: { image: string; width: number; height: number; alt: string; locale: string | undefined };
  /** Of the page of an issue: the days on which it was published and last changed. */
  article: { published: IsoDate; updated: IsoDate } | undefined;
  /** Of the page of one item: what a citation says of it. */
  citation?: Reference | undefined;
  /** The absolute address of the page's text in Markdown, where there is one. */
  markdown: string | undefined;
  /** The page's JSON-LD in the vocabulary of schema.org; an unlisted page has none. */
  data: StructuredData | undefined;
};

export type PageProps = { head: Head; frame: Frame };

/** Memoised: Intl takes 0.1 ms for it, and every page asks: 0.5 s for 520 issues. */
const localeOf = memoise(({ language }: Archive['site']) => openGraphLocale(language));

function frameOf({ site, sections }: Archive, data: PageData | undefined): Frame {
  const report = reportOf(site);
  const legal = legalLines(site);
  return {
    name: site.name,
    tagline: site.tagline,
    sections: sections.map(({ id, name }) => ({ id, name })),
    reprint: site.reprint,
    ...(report === undefined ? {} : { report }),
    ...(legal.length === 0 ? {} : { legal }),
    trail: data === undefined ? [] : trailOf({ site }, data),
  };
}

type DiscoveredFeed = Pick<FeedRef, 'title' | 'formats' | 'path'>;

type PageOptions = {
  title: string;
  description: string;
  path: string;
  /** The path of the page that shows the same, for search engines; the page's own unless it is given. */
  canonical?: string | undefined;
  unlisted?: boolean;
  /** The feed of what the page lists, beside the feeds of the whole site. */
  feed?: DiscoveredFeed | undefined;
  /** Set where the page shows one issue, or an item of it. */
  issue?: Issue;
  /** When what it shows of the issue last changed; the day of the issue's last change unless it is given. */
  updated?: IsoDate;
  /** The path of the card; that of the issue or of the site unless it is given. */
  card?: string;
  /** Set where the page shows one item. */
  citation?: Reference;
  /** The path of the page's text in Markdown. */
  markdown?: string;
  /** An unlisted page has none. */
  data?: PageData;
};

/** The head and the frame of the page at `path`. The site's name is added to the title where it lacks it. */
export function pageProps(
  archive: Archive,
  {
    title,
    description,
    path,
    canonical = path,
    feed,
    issue,
    updated,
    citation,
    card = cardPath(archive, issue),
    markdown,
    data,
    unlisted = false,
  }: PageOptions,
): PageProps {
  const { name, tagline, origin, language } = archive.site;
  // One format is enough: every feed reader knows the first, and each link is bytes on every page.
  const discovered = ({ title: ofFeed, formats: [format], path: pathIn }: DiscoveredFeed) => ({
    title: ofFeed,
    type: feedFormats[format].type,
    url: absoluteUrl(origin, pathIn(format)),
  });
  const feeds = [...(feed === undefined ? [] : [feed]), ...siteFeeds(archive)];
  const ownTitle = title.includes(name) ? title : `${title} · ${name}`;
  return {
    head: {
      language,
      title: ownTitle,
      description,
      canonical: absoluteUrl(origin, canonical),
      unlisted,
      installable: path === paths.home(),
      feeds: archive.issues.length > 0 ? feeds.map(discovered) : [],
      shared: {
        image: absoluteUrl(origin, card),
        ...cardSize,
        alt: card === paths.card() ? `${name} · ${tagline}` : ownTitle,
        locale: localeOf(archive.site),
      },
      article: issue && { published: issue.date, updated: updated ?? issue.updated },
      ...(citation === undefined ? {} : { citation }),
      markdown: markdown === undefined ? undefined : absoluteUrl(origin, markdown),
      data: data && graphOf(archive, data),
    },
    frame: frameOf(archive, data),
  };
}

/** A reference to an issue: what a link to it shows. */
export type IssueRef = {
  date: IsoDate;
  number: number | undefined;
  title: string;
};

/** Why an issue is not public yet: a draft, or its day has not come. Only an editor's preview shows such an issue. */
export type Unpublished = '草稿' | '待发布' | undefined;

export function unpublishedReason(
  { draft, date }: { draft: boolean; date: IsoDate },
  { today }: Archive,
): Unpublished {
  if (draft) return '草稿';
  return date > today ? '待发布' : undefined;
}

export function issueRef({
  date,
  number,
  title,
}: {
  date: IsoDate;
  number?: number;
  title: string;
}): IssueRef {
  return { date, number, title };
}

/** A link to the page before or after this one in time. */
export type Neighbour = { path: string; label: string };
export type Neighbours = { previous: Neighbour | undefined; next: Neighbour | undefined };
