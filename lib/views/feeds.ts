import type { Archive } from '#lib/content/archive.ts';
import { editionPaths } from '#lib/editions/json/issue-json.ts';
import { feedFormats } from '#lib/site/feed-formats.ts';
import { paths } from '#lib/site/paths.ts';
import { issueHeading } from '#lib/site/site.ts';
import { feedGroups } from '#lib/syndication/feed-list.ts';
import { feedsData } from '#lib/syndication/structured-data/site.ts';
import { type PageProps, pageProps } from './frame.ts';

/** How many of the newest issues are listed with their forms. */
const LISTED = 12;

/** 订阅: every feed in each of its formats, and the forms of the newest issues. */
export type FeedsProps = PageProps & {
  issues: { title: string; path: string; editions: { label: string; path: string }[] }[];
  groups: {
    name: string;
    feeds: {
      name: string;
      page: string;
      formats: { name: string; type: string; path: string }[];
    }[];
  }[];
};

export function feedsPage(archive: Archive): FeedsProps {
  const description = `${archive.site.name}的全部订阅源：逐条、逐期，以及各栏目、主题与来源，有RSS、Atom、JSON三种格式。`;
  return {
    ...pageProps(archive, {
      title: '订阅',
      description,
      path: paths.feeds(),
      data: feedsData(archive, '订阅'),
    }),
    issues: archive.issues.slice(0, LISTED).map((issue) => ({
      title: issueHeading(issue),
      path: paths.issue(issue.date),
      editions: editionPaths(issue.date).map(({ label, path }) => ({ label, path })),
    })),
    groups: feedGroups(archive).map((group) => ({
      name: group.name,
      feeds: group.feeds.map(({ name, page, formats, path }) => ({
        name,
        page,
        formats: formats.map((format) => ({
          name: feedFormats[format].name,
          type: feedFormats[format].type,
          path: path(format),
        })),
      })),
    })),
  };
}
