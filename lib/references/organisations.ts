import type { ReferenceContext, ReferenceMatch } from './finder.ts';

/** The organisations of `entities.yml` that a text names. */
export function findOrganisations(
  text: string,
  { findEntities }: ReferenceContext,
): ReferenceMatch[] {
  return findEntities(text).flatMap(({ start, end, entity: { kind, id, name } }) =>
    kind === 'organisation' ? [{ start, end, referent: { kind, id, name } }] : [],
  );
}
