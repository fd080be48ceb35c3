import { BRACKET_LABEL } from '../../attribution/source-words.ts';

/** The index of the 】 that closes the 【 at `open`, on the same line; -1 if there is none. */
export function closingTitleBracket(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length && text.charAt(index) !== '\n'; index += 1) {
    if (text.charAt(index) === '【') depth += 1;
    if (text.charAt(index) === '】') depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}

/** A bracket with a source: the indices of the opening bracket, of the text after 来源：, and of the closing bracket. */
export type SourceBracket = { start: number; from: number; close: number };

const SOURCE_BRACKET = new RegExp(String.raw`[（(]\s*${BRACKET_LABEL}\s*`, 'gi');

/** The brackets （来源：…） in a text up to `end`, in order. If the closing bracket is missing, `close` is `end`. */
export function sourceBrackets(text: string, end: number): SourceBracket[] {
  const openings = Array.from(text.slice(0, end).matchAll(SOURCE_BRACKET));
  if (openings.length === 0) return [];
  const partners = pairRoundBrackets(text, end);
  return openings.map(({ 0: opening, index: start }) => ({
    start,
    from: start + opening.length,
    close: partners.get(start) ?? end,
  }));
}

/** The indices of closing round brackets before `end`, by the indices of their opening brackets. */
function pairRoundBrackets(text: string, end: number): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (let index = 0; index < end; index += 1) {
    const char = text.charAt(index);
    if (char === '（' || char === '(') open.push(index);
    if (char !== '）' && char !== ')') continue;
    const partner = open.pop();
    if (partner !== undefined) partners.set(partner, index);
  }
  return partners;
}
