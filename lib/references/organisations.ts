import type { ReferenceContext, ReferenceMatch } from './finder.ts';

/** Finds the organisations of `entities.yml` in a text. */
export function findOrganisations(
  text: string,
  { findEntities }: ReferenceContext,
): ReferenceMatch[] {
  return findEntities(text).flatMap(({ start, end, entity: { kind, id, name } }) =>
    kind === 'organisation' ? [{ start, end, referent: { kind, id, name } }] : [],
  );
}
