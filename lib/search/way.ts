import { isWholeWord } from './whole-words.ts';

/**
 * One way to write what a reader looks for. `written` is as the reader wrote it: anywhere in the folded text.
 * `characters` is the same in simplified characters: anywhere in the simplified text. `name` is another name for it: it
 * counts as whole words alone. `shown` is for readers.
 */
export type Way = { kind: 'written' | 'characters' | 'name'; text: string; shown: string };

/** A text folded, and with simplified characters. Both have the same length. */
export type Folded = { folded: string; simplified: string };

/** Where a way to write something occurs in a text, at or after `from`; -1 if it does not. */
export function indexOfWay(way: Way, { folded, simplified }: Folded, from = 0): number {
  if (way.kind === 'written') return folded.indexOf(way.text, from);
  let at = simplified.indexOf(way.text, from);
  if (way.kind === 'name')
    while (at !== -1 && !isWholeWord(simplified, at, at + way.text.length))
      at = simplified.indexOf(way.text, at + 1);
  return at;
}

/** The way to look for a folded term as it is. */
export function asWritten(term: string): Way {
  return { kind: 'written', text: term, shown: term };
}
