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

/** A page's graph: the node for what is on it, and the breadcrumbs below the front page, the page's own last. */
export function graphOf(
  archive: WithSite,
  node: Thing,
  ...breadcrumbs: Breadcrumb[]
): StructuredData {
  const nodes = breadcrumbs.length === 0 ? [node] : [node, listOf(archive, breadcrumbs)];
  return { '@context': 'https://schema.org', '@graph': nodes };
}

function listOf({ site }: WithSite, breadcrumbs: readonly Breadcrumb[]): BreadcrumbList {
  const trail = [{ name: site.name, path: paths.home() }, ...breadcrumbs];
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
