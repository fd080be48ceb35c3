import type { EntityIndex } from '#lib/references/entity-index.ts';
import type { Reference } from '#lib/references/reference.ts';

/**
 * The ids of the entities of `entities.yml` that an item names, each once: its organisations, and its documents, whether
 * they stand in 《》 or not.
 */
export function namedEntities(
  references: readonly Reference[],
  findEntities: EntityIndex,
): string[] {
  const ids = references.flatMap((reference) => {
    if (reference.kind === 'organisation') return reference.id;
    if (reference.kind === 'document') return documentId(reference.name, findEntities) ?? [];
    return [];
  });
  return [...new Set(ids)];
}

/** The id of the document whose whole name this is: 著作权法实施条例 is not 著作权法. */
function documentId(name: string, findEntities: EntityIndex): string | undefined {
  const [match] = findEntities(name);
  const isWhole = match?.start === 0 && match.end === name.length;
  return isWhole && match.entity.kind === 'document' ? match.entity.id : undefined;
}
