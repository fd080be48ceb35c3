/** What is read: a sentence of an item, both counted from 0. */
export type Position = { item: number; sentence: number };

/** The position after this one, in the next item that has sentences if need be; `undefined` at the end. */
export function nextSentence(
  { item, sentence }: Position,
  countOf: (item: number) => number,
  items: number,
): Position | undefined {
  if (sentence + 1 < countOf(item)) return { item, sentence: sentence + 1 };
  return nextItem({ item, sentence }, countOf, items);
}

/** The beginning of the next item that has sentences; `undefined` at the end. */
export function nextItem(
  { item }: Position,
  countOf: (item: number) => number,
  items: number,
): Position | undefined {
  for (let next = item + 1; next < items; next += 1)
    if (countOf(next) > 0) return { item: next, sentence: 0 };
  return undefined;
}

/** The beginning of the item; from there, that of the item before. At the first one it stays. */
export function previousItem(
  { item, sentence }: Position,
  countOf: (item: number) => number,
): Position {
  // Its first sentence is its title: whoever hears that wants the item before.
  if (sentence > 1) return { item, sentence: 0 };
  for (let previous = item - 1; previous >= 0; previous -= 1)
    if (countOf(previous) > 0) return { item: previous, sentence: 0 };
  return { item, sentence: 0 };
}
