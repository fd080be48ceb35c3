/** A title, its UTF-16 offsets with its brackets, and how many others it stands in. */
export type FoundTitle = { start: number; end: number; inside: string; depth: number };

const PAIRS = new Map([
  ['》', '《'],
  ['〉', '〈'],
]);
/** A longer stretch is two brackets that do not belong together. */
const LONGEST = 120;

/**
 * The titles in 《》 in a text, in order of their ends, those that stand in another among them: in 〈〉, as the
 * standard of punctuation (GB/T 15834) has it, or in 《》 again. Titles end with their paragraph.
 */
export function findTitles(text: string): readonly FoundTitle[] {
  // Documents, names and courts look for the titles of one text after another.
  if (last?.text !== text) last = { text, titles: readTitles(text) };
  return last.titles;
}

let last: { text: string; titles: readonly FoundTitle[] } | undefined;

function readTitles(text: string): FoundTitle[] {
  const found: FoundTitle[] = [];
  let open: { bracket: string; at: number }[] = [];
  for (const { 0: mark, index } of text.matchAll(/[《》〈〉\n]/g)) {
    if (mark === '\n') open = [];
    else if (mark === '《' || mark === '〈') open.push({ bracket: mark, at: index });
    else {
      const last = open.at(-1);
      if (last === undefined || last.bracket !== PAIRS.get(mark)) continue;
      open.pop();
      const inside = text.slice(last.at + 1, index);
      const isNamed = inside.length <= LONGEST && /[\p{L}\p{N}]/u.test(inside);
      // 〈〉 by themselves are no marks of a title.
      const isInTitle = mark === '》' || open.length > 0;
      if (isNamed && isInTitle)
        found.push({ start: last.at, end: index + 1, inside, depth: open.length });
    }
  }
  return found;
}
