import type { Extractor, Found } from './read-references.ts';
import type { Entity } from './reference.ts';

type Spelling = { text: string; entity: Entity };

/** The organisations that `entities.yml` lists, wherever one of their names stands in a text, the longest first. */
export const findOrganisations: Extractor = (text, { entities }) => {
  const spellings = spellingsOf(entities);
  const found: Found[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const spelling = spellings
      .get(text.charAt(at))
      ?.find((each) => text.startsWith(each.text, at) && standsByItself(text, at, each.text));
    if (spelling === undefined) continue;
    const { id, name } = spelling.entity;
    const end = at + spelling.text.length;
    found.push({ start: at, end, referent: { kind: 'organisation', id, name } });
    at = end - 1;
  }
  return found;
};

/** What is made of a list serves every item that is read with it. */
const prepared = new WeakMap<readonly Entity[], Map<string, Spelling[]>>();

/** The names of all organisations by their first character, the longest first. */
function spellingsOf(entities: readonly Entity[]): Map<string, Spelling[]> {
  const known = prepared.get(entities);
  if (known !== undefined) return known;
  const all = entities
    .flatMap((entity) => [entity.name, ...entity.aliases].map((text) => ({ text, entity })))
    .sort((a, b) => b.text.length - a.text.length);
  const spellings = new Map<string, Spelling[]>();
  for (const spelling of all) {
    const first = spelling.text.charAt(0);
    const others = spellings.get(first);
    if (others === undefined) spellings.set(first, [spelling]);
    else others.push(spelling);
  }
  prepared.set(entities, spellings);
  return spellings;
}

/** Meta is not in Metaverse: where a name ends in a Latin letter or a digit, its word must end. */
function standsByItself(text: string, at: number, name: string): boolean {
  const joins = (a: string, b: string) => LATIN.test(a) && LATIN.test(b);
  const end = at + name.length;
  return (
    !joins(text.charAt(at - 1), name.charAt(0)) &&
    !joins(name.charAt(name.length - 1), text.charAt(end))
  );
}

const LATIN = /[\p{Script=Latin}\d]/u;
