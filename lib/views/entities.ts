import type { Archive } from '#lib/content/archive.ts';
import { type Entry, indexOf } from '#lib/content/queries.ts';
import { paths } from '#lib/site/paths.ts';
import { entityFeed } from '#lib/syndication/feeds.ts';
import { subjectsData } from '#lib/syndication/structured-data/collection.ts';
import type { Thread } from '#lib/threads/thread.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { type PageProps, pageProps } from './frame.ts';
import { type IndexEntry, sumUp } from './indexes.ts';
import { dayOfEntry, shownIn } from './period.ts';
import type { SubjectParams } from './subjects.ts';
import { type TimelineProps, timelinePage } from './timeline.ts';

type EntityKind = Archive['entities'][number]['kind'];

const INDEX = '机构与法规';

/** The groups of the index, and what a reader calls an entity of each. */
const GROUPS: readonly { kind: EntityKind; name: string }[] = [
  { kind: 'organisation', name: '机构与企业' },
  { kind: 'document', name: '法律法规' },
];

/** The organisations and acts that items name, the most named first. A group without one is left out. */
export type EntitiesProps = PageProps & {
  name: string;
  description: string;
  groups: { id: EntityKind; name: string; entries: IndexEntry[] }[];
};

/** Every entity that an item names. */
export function entitiesPage(archive: Archive): EntitiesProps {
  const named = [...indexOf(archive).entities.values()];
  const groups = GROUPS.map(({ kind, name }) => ({
    id: kind,
    name,
    entries: named
      .filter(({ entity }) => entity.kind === kind)
      .map(({ entity, years }) => ({
        name: entity.name,
        path: paths.entity(entity.id),
        description: '',
        ...sumUp(years),
      })),
  })).filter(({ entries }) => entries.length > 0);
  const description = `${archive.site.name}的消息提到的机构、企业与法律法规，共${named.length}个，逐条按时间排列。`;
  const path = paths.entities();
  const entries = groups.flatMap((group) => group.entries);
  const data = subjectsData(archive, { name: INDEX, description, path, parents: [] }, entries);
  return {
    ...pageProps(archive, { title: INDEX, description, path, data }),
    name: INDEX,
    description,
    groups,
  };
}

type NamedLink = { name: string; path: string };

/** The items that name an entity, the threads that those items belong to, and the list of all entities. */
export type EntityProps = TimelineProps & { threads: NamedLink[]; index: NamedLink };

/** An entity's items. `undefined` when no item names it, or it has no page for the period. */
export function entityPage(
  archive: Archive,
  { id, year: period }: SubjectParams,
): EntityProps | undefined {
  const indexed = indexOf(archive).entities.get(id);
  if (indexed === undefined) return undefined;
  const { entity, years } = indexed;
  const name = entity.kind === 'document' ? `《${entity.name}》` : entity.name;
  const description = `${archive.site.name}提到${name}的消息，按期排列。`;
  const feed = entityFeed(archive, entity);
  const index = { name: INDEX, path: paths.entities() };
  const page = timelinePage(
    archive,
    { kind: 'entity', id, name: entity.name, description, years, feed, listedOn: index },
    period,
  );
  const listed = shownIn(years, period, dayOfEntry)?.listed ?? [];
  return page && { ...page, threads: threadsWith(archive, listed), index };
}

/** The threads of some entries, in the order in which the entries come. */
function threadsWith(archive: Archive, entries: readonly Entry[]): NamedLink[] {
  const { ofItem } = threadsOf(archive);
  const threads = new Set<Thread>();
  for (const { item } of entries) {
    const thread = ofItem.get(item)?.thread;
    if (thread !== undefined) threads.add(thread);
  }
  return Array.from(threads, ({ id, name }) => ({ name, path: paths.thread(id) }));
}
