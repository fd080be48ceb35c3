/** A title in 《》, its UTF-16 offsets with the brackets, the text inside them, and how many titles it stands in. */
export type TitleMatch = { start: number; end: number; inside: string; depth: number };

const PAIRS = new Map([
  ['》', '《'],
  ['〉', '〈'],
]);
/** A longer text means that the two brackets do not belong together. */
const LONGEST = 120;

/**
 * Finds the titles in 《》 in a text, in the order of their ends, with titles inside titles. Those are in 〈〉, by the
 * standard of punctuation (GB/T 15834), or in 《》 again. No title goes on into the next paragraph.
 */
export function findTitles(text: string): readonly TitleMatch[] {
  // Memoised for one text: documents, names and courts ask for the titles of the same text.
  if (last?.text !== text) last = { text, titles: readTitles(text) };
  return last.titles;
}

let last: { text: string; titles: readonly TitleMatch[] } | undefined;

function readTitles(text: string): TitleMatch[] {
  const titles: TitleMatch[] = [];
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
      // 〈〉 outside 《》 do not mark a title.
      const isInTitle = mark === '》' || open.length > 0;
      if (isNamed && isInTitle)
        titles.push({ start: last.at, end: index + 1, inside, depth: open.length });
    }
  }
  return titles;
}
