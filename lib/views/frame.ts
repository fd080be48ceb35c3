import { cardSize } from '#lib/cards/card.ts';
import { cardPath } from '#lib/cards/card-files.ts';
import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { feedFormats } from '#lib/site/feed-formats.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { openGraphLocale } from '#lib/site/site.ts';
import { type FeedRef, siteFeeds } from '#lib/syndication/feeds.ts';
import type { StructuredData } from '#lib/syndication/structured-data/graph.ts';

/** What stands around every page. */
export type Frame = {
  name: string;
  tagline: string;
  sections: { id: string; name: string }[];
  reprint: string;
  icp: string | undefined;
  publicSecurity: string | undefined;
};

/** What a page says of itself to browsers and search engines. */
export type Head = {
  /** BCP 47, such as `zh-CN`. */
  language: string;
  title: string;
  description: string;
  canonical: string;
  /** A tool or a notice, with nothing of its own for a search engine to find. */
  unlisted: boolean;
  /** Whether a reader installs the site from here: browsers load the manifest wherever it is named. */
  installable: boolean;
  /** The feeds that a feed reader finds here, by their absolute addresses; the page's own come first. */
  feeds: { title: string; type: string; url: string }[];
  /** How it looks where it is shared: the picture's absolute address, its size in px, what is on it; the language. */
  shared: { image: string; width: number; height: number; alt: string; locale: string | undefined };
  /** The days on which an issue was published and last changed. */
  article: { published: IsoDate; updated: IsoDate } | undefined;
  /** The absolute address of the page's text in Markdown, where it has one. */
  markdown: string | undefined;
  /** What the page says in the words of schema.org; nothing on a page that search engines leave out. */
  data: StructuredData | undefined;
};

export type PageProps = { head: Head; frame: Frame };

function frameOf({ site, sections }: Archive): Frame {
  return {
    name: site.name,
    tagline: site.tagline,
    sections: sections.map(({ id, name }) => ({ id, name })),
    reprint: site.reprint,
    icp: site.icp,
    publicSecurity: site.publicSecurity,
  };
}

type PageOptions = {
  title: string;
  description: string;
  path: string;
  unlisted?: boolean;
  /** The feed of what the page lists. */
  feed?: Pick<FeedRef, 'title' | 'path'> | undefined;
  /** The issue that the page is. */
  issue?: Issue;
  /** The path of its text in Markdown. */
  markdown?: string;
  data?: StructuredData;
};

/** The head and frame of the page at `path`. The site's name is put behind the title. */
export function pageOf(
  archive: Archive,
  { title, description, path, feed, issue, markdown, data, unlisted = false }: PageOptions,
): PageProps {
  const { name, tagline, origin, language } = archive.site;
  // One format is enough: every feed reader knows RSS, and each link is bytes on every page.
  const discovered = ({ title: feedTitle, path: feedPath }: Pick<FeedRef, 'title' | 'path'>) => ({
    title: feedTitle,
    type: feedFormats.rss.type,
    url: absoluteUrl(origin, feedPath('rss')),
  });
  const feeds = [...(feed === undefined ? [] : [feed]), ...siteFeeds(archive)];
  const ownTitle = title.includes(name) ? title : `${title} · ${name}`;
  const card = cardPath(archive, issue);
  return {
    head: {
      language,
      title: ownTitle,
      description,
      canonical: absoluteUrl(origin, path),
      unlisted,
      installable: path === paths.home(),
      feeds: archive.issues.length > 0 ? feeds.map(discovered) : [],
      shared: {
        image: absoluteUrl(origin, card),
        ...cardSize,
        alt: card === paths.card() ? `${name} · ${tagline}` : ownTitle,
        locale: openGraphLocale(language),
      },
      article: issue && { published: issue.date, updated: issue.updated },
      markdown: markdown === undefined ? undefined : absoluteUrl(origin, markdown),
      data,
    },
    frame: frameOf(archive),
  };
}

/** An issue as others refer to it. */
export type IssueRef = {
  date: IsoDate;
  number: number | undefined;
  title: string;
};

/** Why readers do not see an issue yet; only an editor's preview shows such a one. */
export type Unpublished = '草稿' | '待发布' | undefined;

export function unpublishedReason(
  { draft, date }: { draft: boolean; date: IsoDate },
  { today }: Archive,
): Unpublished {
  if (draft) return '草稿';
  return date > today ? '待发布' : undefined;
}

export function refOf({
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

/** A neighbour in time: the page before or after this one. */
export type Neighbour = { path: string; label: string };
export type Neighbours = { previous: Neighbour | undefined; next: Neighbour | undefined };
