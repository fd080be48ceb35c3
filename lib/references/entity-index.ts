import type { Entity } from './reference.ts';

/** Where a name of a listed entity stands in a text. */
export type Mention = { start: number; end: number; entity: Entity };

/** Finds the entities of a list in texts, by name and alias; of names at one place the longest. */
export type EntityIndex = (text: string) => Mention[];

const indexes = new WeakMap<readonly Entity[], EntityIndex>();

/** The index of a list, made once a list. */
export function entityIndex(entities: readonly Entity[]): EntityIndex {
  const known = indexes.get(entities) ?? makeIndex(entities);
  indexes.set(entities, known);
  return known;
}

function makeIndex(entities: readonly Entity[]): EntityIndex {
  if (entities.length === 0) return () => [];
  const byName = new Map<string, Entity>();
  for (const entity of entities)
    for (const name of [entity.name, ...entity.aliases]) byName.set(name.toLowerCase(), entity);
  const names = [...byName.keys()].sort((a, b) => b.length - a.length).map(pattern);
  const all = new RegExp(names.join('|'), 'giu');
  return (text) =>
    Array.from(text.matchAll(all)).flatMap(({ 0: found, index }) => {
      const entity = byName.get(found.toLowerCase());
      return entity === undefined ? [] : [{ start: index, end: index + found.length, entity }];
    });
}

/** Latin letters are a name only by themselves: Meta is not in Metaverse. */
function pattern(name: string): string {
  const escaped = name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  const before = /^[a-z0-9]/.test(name) ? '(?<![A-Za-z0-9])' : '';
  const after = /[a-z0-9]$/.test(name) ? '(?![A-Za-z0-9])' : '';
  return before + escaped + after;
}
