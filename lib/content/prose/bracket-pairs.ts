import type { Diagnostics } from '../faults/diagnostics.ts';
import type { WrittenText } from './written-text.ts';

/**
 * The kind of each bracket, named by the full-width bracket that opens it. Half-width ones pair with full-width ones.
 */
const KIND: Record<string, string> = {
  '【': '【',
  '】': '【',
  '《': '《',
  '》': '《',
  '（': '（',
  '）': '（',
  '(': '（',
  ')': '（',
};
const BRACKETS = /[【】《》（）()]/g;

/** What stands before a bracket that closes a list number: 1）, 二）. No bracket need open it. */
const LIST_NUMBER = /(?:^|[\s：；。，、:;,])(?:\d+|[a-zA-Z]|[一二三四五六七八九十]+)$/;

type Bracket = { char: string; index: number };

/** The brackets of a text. `partners` maps each index of a pair to the other. */
export type BracketPairs = { partners: ReadonlyMap<number, number>; unpaired: Bracket[] };

/** Pairs the brackets of a text. */
export function pairBrackets(text: string): BracketPairs {
  const open: Bracket[] = [];
  const openByKind = new Map<string, number>();
  const partners = new Map<number, number>();
  const unpaired: Bracket[] = [];
  const count = (kind: string | undefined, by: number) =>
    kind === undefined ? 0 : openByKind.set(kind, (openByKind.get(kind) ?? 0) + by).get(kind);
  for (const { 0: char, index } of text.matchAll(BRACKETS)) {
    const kind = KIND[char];
    if (kind === char || char === '(') {
      open.push({ char, index });
      count(kind, 1);
    } else if (count(kind, 0) === 0) {
      const before = text.slice(Math.max(0, index - 8), index);
      if (!LIST_NUMBER.test(before)) unpaired.push({ char, index });
    } else {
      // A bracket of another kind that was opened in between has no partner.
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        count(KIND[last.char], -1);
        if (KIND[last.char] === kind) {
          partners.set(last.index, index).set(index, last.index);
          break;
        }
        unpaired.push(last);
      }
    }
  }
  return { partners, unpaired: [...unpaired, ...open] };
}

/** So many faults are reported in one block. The last of them gives the count of the others. */
const MOST_UNPAIRED = 100;

/** Reports the full-width brackets of a block that have no partner. Half-width brackets may stand alone: `1)`, `(a`. */
export function checkBrackets({ text, offsetAt }: WrittenText, diagnostics: Diagnostics): void {
  const unpaired = pairBrackets(text).unpaired.filter(({ char }) => char !== '(' && char !== ')');
  for (const [number, { char, index }] of unpaired.entries()) {
    const more = unpaired.length - number - 1;
    const isLast = number === MOST_UNPAIRED - 1 && more > 0;
    const others = isLast ? ` and ${more} more after it` : '';
    const reason = `Unexpected unpaired \`${char}\`${others}, expected its other half`;
    diagnostics.report('bracket-unpaired', reason, offsetAt(index));
    if (isLast) break;
  }
}
