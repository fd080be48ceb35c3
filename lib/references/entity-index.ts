import type { Entity } from './reference.ts';

/** An entity of `entities.yml`, and the UTF-16 offsets of its name in a text. */
export type EntityMatch = { start: number; end: number; entity: Entity };

/**
 * Finds the entities of `entities.yml` in a text, by name and alias. Of several names at one place, the longest
 * counts.
 */
export type EntityIndex = (text: string) => EntityMatch[];

type Spelling = { text: string; entity: Entity };

/** Makes the function that finds these entities. */
export function entityIndex(entities: readonly Entity[]): EntityIndex {
  const spellings = new Map<number, Spelling[]>();
  const all = entities
    .flatMap((entity) =>
      [entity.name, ...entity.aliases].map((text) => ({ text: fold(text), entity })),
    )
    .sort((a, b) => b.text.length - a.text.length);
  for (const spelling of all) {
    const first = spelling.text.charCodeAt(0);
    const others = spellings.get(first);
    if (others === undefined) spellings.set(first, [spelling]);
    else others.push(spelling);
  }
  let last: { text: string; matches: EntityMatch[] } | undefined;
  return (text) => {
    // Memoised for one text: organisations and documents are looked for in the same text.
    if (last?.text !== text) last = { text, matches: matchesIn(fold(text), spellings) };
    return last.matches;
  };
}

function matchesIn(text: string, spellings: ReadonlyMap<number, Spelling[]>): EntityMatch[] {
  const matches: EntityMatch[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const spelling = spellings
      .get(text.charCodeAt(at))
      ?.find((each) => text.startsWith(each.text, at) && isWholeWord(text, at, each.text));
    if (spelling === undefined) continue;
    const end = at + spelling.text.length;
    matches.push({ start: at, end, entity: spelling.entity });
    at = end - 1;
  }
  return matches;
}

/** Lower case. Indices stay the same: İ, which would become two characters, is replaced first. */
function fold(text: string): string {
  return text.replace(/İ/g, 'I').toLowerCase();
}

/** Whether a name in Latin letters is a whole word: Meta is not in Metaverse. */
function isWholeWord(text: string, at: number, name: string): boolean {
  const joins = (a: string, b: string) => LATIN.test(a) && LATIN.test(b);
  const end = at + name.length;
  return (
    !joins(text.charAt(at - 1), name.charAt(0)) &&
    !joins(name.charAt(name.length - 1), text.charAt(end))
  );
}

const LATIN = /[\p{Script=Latin}\d]/u;
