import { cardPath } from '#lib/cards/card-files.ts';
import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { feedFormats } from '#lib/site/feed-formats.ts';
import { onceEach } from '#lib/site/once.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { share } from '#lib/site/shared.ts';
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
  title: string;
  description: string;
  canonical: string;
  /** A tool or a notice, with nothing of its own for a search engine to find. */
  unlisted: boolean;
  /** Whether a reader installs the site from here: browsers load the manifest wherever it is named. */
  installable: boolean;
  /** The feeds that a feed reader finds here, by their absolute addresses; the page's own come first. */
  feeds: { title: string; type: string; url: string }[];
  /** How it looks where it is shared: the picture's absolute address and what is on it, the language. */
  shared: { image: string; alt: string; locale: string };
  /** The days on which an issue was published and last changed. */
  article: { published: IsoDate; updated: IsoDate } | undefined;
  /** The absolute address of the page's text in Markdown, where it has one. */
  markdown: string | undefined;
  /** What the page says in the words of schema.org; nothing on a page that search engines leave out. */
  data: StructuredData | undefined;
};

export type PageProps = { head: Head; frame: Frame };

/** What pages take of an archive whatever they show: nothing else is in their heads and frames. */
export type Setting = Pick<Archive, 'site'> & Pick<Frame, 'sections'> & { hasIssues: boolean };

/** The same object for all pages of an archive. */
export const settingOf: (archive: Archive) => Setting = onceEach(({ site, sections, issues }) =>
  share({
    site,
    sections: sections.map(({ id, name }) => ({ id, name })),
    hasIssues: issues.length > 0,
  }),
);

function frameOf({ site, sections }: Setting): Frame {
  return {
    name: site.name,
    tagline: site.tagline,
    sections,
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
export function pageOf(archive: Archive, options: PageOptions): PageProps {
  return pageIn(settingOf(archive), { ...options, card: cardPath(archive, options.issue) });
}

/** The same of what is taken of the archive, and the path of the picture that stands for the page. */
export function pageIn(
  setting: Setting,
  {
    title,
    description,
    path,
    feed,
    issue,
    markdown,
    data,
    unlisted = false,
    card,
  }: PageOptions & { card: string },
): PageProps {
  const { name, tagline, origin, language } = setting.site;
  // One format is enough: every feed reader knows RSS, and each link is bytes on every page.
  const discovered = ({ title: feedTitle, path: feedPath }: Pick<FeedRef, 'title' | 'path'>) => ({
    title: feedTitle,
    type: feedFormats.rss.type,
    url: absoluteUrl(origin, feedPath('rss')),
  });
  const feeds = [...(feed === undefined ? [] : [feed]), ...siteFeeds(setting)];
  const ownTitle = title.includes(name) ? title : `${title} · ${name}`;
  return {
    head: {
      title: ownTitle,
      description,
      canonical: absoluteUrl(origin, path),
      unlisted,
      installable: path === paths.home(),
      feeds: setting.hasIssues ? feeds.map(discovered) : [],
      shared: {
        image: absoluteUrl(origin, card),
        alt: card === paths.card() ? `${name} · ${tagline}` : ownTitle,
        // Open Graph writes `zh_CN` for the `zh-CN` of BCP 47.
        locale: language.replace('-', '_'),
      },
      article: issue && { published: issue.date, updated: issue.updated },
      markdown: markdown === undefined ? undefined : absoluteUrl(origin, markdown),
      data,
    },
    frame: frameOf(setting),
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
