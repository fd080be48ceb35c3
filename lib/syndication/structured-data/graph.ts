import type { BreadcrumbList, Graph, IdReference, ListItem, Periodical, Thing } from 'schema-dts';
import type { Archive } from '#lib/content/archive.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';

/**
 * A page's data as JSON-LD in the vocabulary of https://schema.org: one graph for each page. Addresses are absolute,
 * because not every program resolves them. Texts are those of the page.
 */
export type StructuredData = Graph;

/** The part of an archive that all graphs, and the names of feeds, need. */
export type WithSite = Pick<Archive, 'site'>;

/** A page on the way from the front page to another page: its name there, and its path. */
export type Breadcrumb = { name: string; path: string };

/**
 * What a page tells machines: the nodes for what is on it, and its breadcrumbs below the front page, its own last. The
 * front page has none.
 */
export type PageData = { nodes: readonly Thing[]; breadcrumbs: readonly Breadcrumb[] };

/** The pages from the front page to a page, both included; empty for the front page itself. */
export function trailOf({ site }: WithSite, { breadcrumbs }: PageData): Breadcrumb[] {
  return breadcrumbs.length === 0 ? [] : [{ name: site.name, path: paths.home() }, ...breadcrumbs];
}

/** The graph of a page. Its breadcrumbs are those that the page shows. */
export function graphOf(archive: WithSite, data: PageData): StructuredData {
  const trail = trailOf(archive, data);
  const nodes = trail.length === 0 ? data.nodes : [...data.nodes, listOf(archive, trail)];
  return { '@context': 'https://schema.org', '@graph': nodes };
}

function listOf({ site }: WithSite, trail: readonly Breadcrumb[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(
      ({ name, path }, index): ListItem => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item: { '@id': absoluteUrl(site.origin, path) },
      }),
    ),
  };
}

/** The id of the publication in every graph: the address of its front page. */
export function periodicalId({ site }: WithSite): IdReference {
  return { '@id': absoluteUrl(site.origin, paths.home()) };
}

/** The publication, as an issue that belongs to it refers to it. */
export function periodicalOf(archive: WithSite): Exclude<Periodical, string> {
  const { name, language } = archive.site;
  const id = periodicalId(archive);
  return { '@type': 'Periodical', ...id, name, url: id['@id'], inLanguage: language };
}
