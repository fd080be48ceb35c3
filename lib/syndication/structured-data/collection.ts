import type { ListItem, Organization, Thing } from 'schema-dts';
import type { Issue } from '#lib/content/issue.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { graphOf, type Published, periodicalId, type Step, type StructuredData } from './graph.ts';
import { issueNode } from './issue.ts';

/** A page that lists things, and where it stands. */
type Collection = {
  name: string;
  description: string;
  path: string;
  /** The pages between the front page and this one. */
  above: readonly Step[];
  /** What its last step is called, where that is not its name. */
  step?: string | undefined;
};

/** An item in a list, and the issue that it is in. */
type Listed = { issue: { date: IsoDate }; item: { id: string; title: string } };

/**
 * The items of a section, a topic or a publisher in one year; where it is a publisher, that too. A page may name an
 * item more than once: the page of laws does where an item is on two laws. Its data lists the item once, at the first.
 */
export function itemsData(
  archive: Published,
  page: Collection,
  entries: readonly Listed[],
  publisher?: { name: string; url?: string | undefined },
): StructuredData {
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

/** All publishers or all topics, by their pages. */
export function subjectsData(
  archive: Published,
  page: Collection,
  subjects: readonly Step[],
): StructuredData {
  const list = subjects.map(({ name, path }) => ({
    name,
    url: absoluteUrl(archive.site.origin, path),
  }));
  return collectionData(archive, page, list);
}

/** The issues of a year. */
export function issuesData(
  archive: Published,
  page: Collection,
  issues: readonly Issue[],
): StructuredData {
  const list = issues.map((issue) => ({ item: issueNode(archive, issue) }));
  return collectionData(archive, page, list);
}

function collectionData(
  archive: Published,
  { name, description, path, above, step = name }: Collection,
  list: readonly Pick<Exclude<ListItem, string>, 'name' | 'url' | 'item'>[],
  about?: Organization,
): StructuredData {
  const node: Thing = {
    '@type': 'CollectionPage',
    url: absoluteUrl(archive.site.origin, path),
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
  return graphOf(archive, node, ...above, { name: step, path });
}
