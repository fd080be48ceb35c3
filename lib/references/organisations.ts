import { entityIndex } from './entity-index.ts';
import type { Found, ReferenceContext } from './read-references.ts';

/** The organisations of `entities.yml` that a text names. */
export function findOrganisations(text: string, { entities }: ReferenceContext): Found[] {
  return entityIndex(entities)(text).flatMap(({ start, end, entity: { kind, id, name } }) =>
    kind === 'organisation' ? [{ start, end, referent: { kind, id, name } }] : [],
  );
}
