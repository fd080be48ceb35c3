import type { BreadcrumbList, Graph, IdReference, ListItem, Periodical, Thing } from 'schema-dts';
import type { Archive } from '#lib/content/archive.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';

/**
 * What a page says of itself in the words of https://schema.org, as JSON-LD: one graph a page. Addresses
 * are absolute, for not every reader resolves them; text stands as it does on the page.
 */
export type StructuredData = Graph;

/** The publication: all that a graph, or a feed's name, takes of an archive besides what it is of. */
export type Published = Pick<Archive, 'site'>;

/** A page of the site on the way to another: what it is called there, and its path. */
export type Step = { name: string; path: string };

/** A page's graph: what is on it, and the way to it from the front page. */
export function graphOf(archive: Published, node: Thing, ...steps: Step[]): StructuredData {
  const nodes = steps.length === 0 ? [node] : [node, breadcrumbs(archive, steps)];
  return { '@context': 'https://schema.org', '@graph': nodes };
}

function breadcrumbs({ site }: Published, steps: readonly Step[]): BreadcrumbList {
  const trail = [{ name: site.name, path: paths.home() }, ...steps];
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

/** The publication, by its front page. */
export function periodicalId({ site }: Published): IdReference {
  return { '@id': absoluteUrl(site.origin, paths.home()) };
}

/** The publication as what it holds refers to it. */
export function periodicalOf(archive: Published): Exclude<Periodical, string> {
  const { name, language } = archive.site;
  const id = periodicalId(archive);
  return { '@type': 'Periodical', ...id, name, url: id['@id'], inLanguage: language };
}
