import type { SearchAction, Thing, WebPage, WebSite, WithActionConstraints } from 'schema-dts';
import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { graphOf, periodicalId, periodicalOf, type Step, type StructuredData } from './graph.ts';
import { issueNode } from './issue.ts';

/** The front page: the site, how it is searched, the publication and the issues that are shown. */
export function frontPageData(archive: Archive, issues: readonly Issue[]): StructuredData {
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
  const { '@graph': nodes, ...graph } = graphOf(archive, site);
  return { ...graph, '@graph': [...nodes, periodical] };
}

/** The page about the publication. */
export function aboutData(archive: Archive, name: string): StructuredData {
  const periodical = { ...periodicalOf(archive), copyrightNotice: archive.site.reprint };
  return pageData(archive, 'AboutPage', name, paths.about(), { mainEntity: periodical });
}

/** The page of full-text search. */
export function searchData(archive: Archive, name: string): StructuredData {
  const action = { potentialAction: searchAction(archive) };
  return pageData(archive, 'SearchResultsPage', name, paths.search(), action);
}

/** The page of feeds. */
export function feedsData(archive: Archive, name: string): StructuredData {
  return pageData(archive, 'WebPage', name, paths.feeds(), {});
}

/** A page of figures about a year: it lists nothing, and leads to what it counts. */
export function figuresData(
  archive: Archive,
  { name, path, above, step }: { name: string; path: string; above: readonly Step[]; step: string },
): StructuredData {
  return pageData(archive, 'WebPage', name, path, {}, [...above, { name: step, path }]);
}

function pageData(
  archive: Archive,
  type: 'AboutPage' | 'SearchResultsPage' | 'WebPage',
  name: string,
  path: string,
  more: Pick<Exclude<WebPage, string>, 'mainEntity' | 'potentialAction'>,
  steps: readonly Step[] = [{ name, path }],
): StructuredData {
  const url = absoluteUrl(archive.site.origin, path);
  const node: Thing = { '@type': type, url, name, isPartOf: periodicalId(archive), ...more };
  return graphOf(archive, node, ...steps);
}

/** The form that Google documents, `query-input` and all: a name in the template, and that it is needed. */
function searchAction({ site }: Archive): WithActionConstraints<SearchAction> {
  const name = 'search_term_string';
  const urlTemplate = absoluteUrl(site.origin, paths.searchFor(name));
  return {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate },
    'query-input': `required name=${name}`,
  };
}
