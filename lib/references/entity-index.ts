import type { Entity } from './reference.ts';

/** Where a name of a listed entity stands in a text. */
export type Mention = { start: number; end: number; entity: Entity };

/** Finds the entities of a list in texts, by name and alias; of names at one place the longest. */
export type EntityIndex = (text: string) => Mention[];

type Spelling = { text: string; entity: Entity };

/** Makes the index of a list. */
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
  let last: { text: string; mentions: Mention[] } | undefined;
  return (text) => {
    // Organisations and documents are looked for in one text after the other.
    if (last?.text !== text) last = { text, mentions: mentionsIn(fold(text), spellings) };
    return last.mentions;
  };
}

function mentionsIn(text: string, spellings: ReadonlyMap<number, Spelling[]>): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const spelling = spellings
      .get(text.charCodeAt(at))
      ?.find((each) => text.startsWith(each.text, at) && standsByItself(text, at, each.text));
    if (spelling === undefined) continue;
    const end = at + spelling.text.length;
    mentions.push({ start: at, end, entity: spelling.entity });
    at = end - 1;
  }
  return mentions;
}

/** Lower case with every character where it was: İ alone would become two. */
function fold(text: string): string {
  return text.replace(/İ/g, 'I').toLowerCase();
}

/** Latin letters are a name only by themselves: Meta is not in Metaverse. */
function standsByItself(text: string, at: number, name: string): boolean {
  const joins = (a: string, b: string) => LATIN.test(a) && LATIN.test(b);
  const end = at + name.length;
  return (
    !joins(text.charAt(at - 1), name.charAt(0)) &&
    !joins(name.charAt(name.length - 1), text.charAt(end))
  );
}

const LATIN = /[\p{Script=Latin}\d]/u;
