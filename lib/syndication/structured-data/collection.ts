import type { ListItem, Organization, Thing } from 'schema-dts';
import type { Issue } from '#lib/content/issue.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { type Breadcrumb, type PageData, periodicalId, type WithSite } from './graph.ts';
import { issueNode } from './issue.ts';

/** A page that lists things, with its place below the front page. */
export type Collection = {
  name: string;
  description: string;
  path: string;
  /** The path of the page that shows the same, if there is one. */
  canonical?: string | undefined;
  /** The pages between the front page and this page. */
  parents: readonly Breadcrumb[];
  /** The name of its own breadcrumb, where that is not the name of the page. */
  breadcrumb?: string | undefined;
};

/** As much of an entry as a list of items needs. */
type ListedItem = { issue: { date: IsoDate }; item: { id: string; title: string } };

/**
 * The data of a page that lists items. A page may list an item more than once. Its data lists the item once, where it
 * comes first.
 * @param publisher the publisher that all the items cite, on its page
 */
export function itemsData(
  archive: WithSite,
  page: Collection,
  entries: readonly ListedItem[],
  publisher?: { name: string; url?: string | undefined },
): PageData {
  const about: Organization | undefined = publisher && {
    '@type': 'Organization',
    name: publisher.name,
    ...(publisher.url === undefined ? {} : { url: publisher.url }),
  };
  const byUrl = new Map<string, { name: string; url: string }>();
  for (const { issue, item } of entries) {
    const url = absoluteUrl(archive.site.origin, paths.item(issue.date, item.id));
    if (!byUrl.has(url)) byUrl.set(url, { name: item.title, url });
  }
  return collectionData(archive, page, [...byUrl.values()], about);
}

/**
 * The data of a page that lists other pages: publishers, topics, threads, acts or cases; or items by another name, as the
 * calendar does.
 */
export function subjectsData(
  archive: WithSite,
  page: Collection,
  subjects: readonly Breadcrumb[],
): PageData {
  const list = subjects.map(({ name, path }) => ({
    name,
    url: absoluteUrl(archive.site.origin, path),
  }));
  return collectionData(archive, page, list);
}

/** The data of a page that lists issues. */
export function issuesData(
  archive: WithSite,
  page: Collection,
  issues: readonly Issue[],
): PageData {
  const list = issues.map((issue) => ({ item: issueNode(archive, issue) }));
  return collectionData(archive, page, list);
}

function collectionData(
  archive: WithSite,
  { name, description, path, canonical = path, parents, breadcrumb = name }: Collection,
  list: readonly Pick<Exclude<ListItem, string>, 'name' | 'url' | 'item'>[],
  about?: Organization,
): PageData {
  const node: Thing = {
    '@type': 'CollectionPage',
    url: absoluteUrl(archive.site.origin, canonical),
    name,
    description,
    isPartOf: periodicalId(archive),
    ...(about === undefined ? {} : { about }),
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: list.length,
      itemListElement: list.map(
        (entry, index): ListItem => ({ '@type': 'ListItem', position: index + 1, ...entry }),
      ),
    },
  };
  return { nodes: [node], breadcrumbs: [...parents, { name: breadcrumb, path: canonical }] };
}
