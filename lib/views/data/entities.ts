import type { Archive } from '#lib/content/archive.ts';
import { type Entry, indexOf } from '#lib/content/queries.ts';
import type { EntitiesJson } from '#lib/editions/json/lists/story-schemas.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import type { Thread } from '#lib/threads/thread.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { aboutList, permalink } from './common.ts';

type EntityJson = EntitiesJson['entities'][number];

const KINDS: Readonly<Record<EntityJson['kind'], string>> = {
  organisation: '机构与企业',
  document: '法律法规',
};

/** How many items of an entity the file of the whole list holds: the newest. Those of the years hold all. */
const MOST_ITEMS = 50;

/**
 * The organisations and acts that items name, or those that items of a year name. All of them are in the file of the
 * whole list: `entities.yml` holds some hundred.
 */
export function entitiesJson(archive: Archive, year?: string): EntitiesJson {
  const named = [...indexOf(archive).entities.values()];
  return {
    ...aboutList(archive, 'entities', year, entityYears(archive)),
    entities: named.flatMap(({ entity, years: own }) => {
      const entries = year === undefined ? [...own.values()].flat() : (own.get(year) ?? []);
      const shown = year === undefined ? entries.slice(0, MOST_ITEMS) : entries;
      return entries.length === 0 ? [] : entityJson(archive, entity, shown, entries.length);
    }),
  };
}

/** The years in which items name entities, the newest first. */
export function entityYears(archive: Archive): string[] {
  const named = [...indexOf(archive).entities.values()];
  return [...new Set(named.flatMap(({ years }) => [...years.keys()]))].sort().reverse();
}

/**
 * @param entries the newest first
 * @param count how many there are, also if only the newest are given
 */
function entityJson(
  archive: Archive,
  { id, name, aliases, kind }: Archive['entities'][number],
  entries: readonly Entry[],
  count: number,
): EntityJson {
  return {
    id,
    name,
    url: absoluteUrl(archive.site.origin, paths.entity(id)),
    aliases,
    kind,
    kindLabel: KINDS[kind],
    count,
    items: entries.map((entry) => permalink(archive, entry)),
    threads: threadsWith(archive, entries),
  };
}

/** The pages of the threads of some entries, in the order in which the entries come. */
function threadsWith(archive: Archive, entries: readonly Entry[]): string[] {
  const { ofItem } = threadsOf(archive);
  const threads = new Set<Thread>();
  for (const { item } of entries) {
    const thread = ofItem.get(item)?.thread;
    if (thread !== undefined) threads.add(thread);
  }
  return Array.from(threads, ({ id }) => absoluteUrl(archive.site.origin, paths.thread(id)));
}
