import type { SearchAction, Thing, WebPage, WebSite, WithActionConstraints } from 'schema-dts';
import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { type Breadcrumb, type PageData, periodicalId, periodicalOf } from './graph.ts';
import { issueNode } from './issue.ts';

/** The data of the front page: the site, its search, the publication and the issues shown. */
export function frontPageData(archive: Archive, issues: readonly Issue[]): PageData {
  const { name, description } = archive.site;
  const site: WebSite = {
    '@type': 'WebSite',
    url: absoluteUrl(archive.site.origin, paths.home()),
    name,
    potentialAction: searchAction(archive),
  };
  const periodical: Thing = {
    ...periodicalOf(archive),
    description,
    hasPart: issues.map((issue) => issueNode(archive, issue)),
  };
  return { nodes: [site, periodical], breadcrumbs: [] };
}

/** The data of the page about the publication. */
export function aboutData(archive: Archive, name: string): PageData {
  const periodical = { ...periodicalOf(archive), copyrightNotice: archive.site.reprint };
  return pageData(archive, 'AboutPage', name, paths.about(), { mainEntity: periodical });
}

/** The data of the search page. */
export function searchData(archive: Archive, name: string): PageData {
  const action = { potentialAction: searchAction(archive) };
  return pageData(archive, 'SearchResultsPage', name, paths.search(), action);
}

/** The data of the page that lists the feeds. */
export function feedsData(archive: Archive, name: string): PageData {
  return pageData(archive, 'WebPage', name, paths.feeds(), {});
}

/** The data of the statement on accessibility. */
export function accessibilityData(archive: Archive, name: string): PageData {
  return pageData(archive, 'WebPage', name, paths.accessibility(), {});
}

/** The data of a page of figures, such as the review of a year: it lists neither items nor pages. */
export function figuresData(
  archive: Archive,
  {
    name,
    path,
    canonical = path,
    parents,
    breadcrumb,
  }: {
    name: string;
    path: string;
    canonical?: string | undefined;
    parents: readonly Breadcrumb[];
    breadcrumb: string;
  },
): PageData {
  return pageData(archive, 'WebPage', name, canonical, {}, [
    ...parents,
    { name: breadcrumb, path: canonical },
  ]);
}

function pageData(
  archive: Archive,
  type: 'AboutPage' | 'SearchResultsPage' | 'WebPage',
  name: string,
  path: string,
  more: Pick<Exclude<WebPage, string>, 'mainEntity' | 'potentialAction'>,
  breadcrumbs: readonly Breadcrumb[] = [{ name, path }],
): PageData {
  const url = absoluteUrl(archive.site.origin, path);
  const node: Thing = { '@type': type, url, name, isPartOf: periodicalId(archive), ...more };
  return { nodes: [node], breadcrumbs };
}

/** The search of the site as Google documents it: `query-input` says that the name in the URL template is required. */
function searchAction({ site }: Archive): WithActionConstraints<SearchAction> {
  const name = 'search_term_string';
  const urlTemplate = absoluteUrl(site.origin, paths.searchFor(name));
  return {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate },
    'query-input': `required name=${name}`,
  };
}
