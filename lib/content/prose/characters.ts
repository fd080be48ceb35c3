import type { Diagnostics } from '../diagnostics.ts';
import type { RuleId } from '../rules.ts';

/** A character of a text, or the reference of Markdown that stands for one: `&#xFFFD;`. */
const REFERENCE = '&#(?:\\d{1,7}|[xX][\\da-fA-F]{1,6});';
const REFERENCES = new RegExp(REFERENCE, 'g');
const LOST = new RegExp(`\\uFFFD|${REFERENCE}`, 'g');

/**
 * How many combining marks follow one letter at most. Burmese needs seven, Tibetan, Hebrew and Khmer up to six, a
 * letter of Vietnamese two. More are piled up for effect: they cover other lines and move a page sideways.
 */
const MOST_MARKS = 8;
const PILE = new RegExp(`\\p{M}{${MOST_MARKS + 1},}`, 'u');
const MAY_PILE = new RegExp(`(?:\\p{M}|${REFERENCE}){${MOST_MARKS + 1},}`, 'gu');

type Found = { rule: RuleId; reason: string };

/** Reports what no text means to hold: characters that were lost, once a line, and combining marks piled up. */
export function checkCharacters(diagnostics: Diagnostics): void {
  const { text } = diagnostics;
  const byLine = new Map<number, { at: number; count: number }>();
  for (const { 0: typed, index } of text.matchAll(LOST)) {
    if (resolve(typed) !== '\uFFFD') continue;
    const { line } = diagnostics.pointOf(index);
    const found = byLine.get(line) ?? { at: index, count: 0 };
    found.count += 1;
    byLine.set(line, found);
  }
  for (const { at, count } of byLine.values()) {
    const { rule, reason } = lost(count);
    diagnostics.report(rule, reason, at);
  }
  for (const { 0: typed, index } of text.matchAll(MAY_PILE)) {
    const found = pileIn(resolve(typed));
    if (found !== undefined) diagnostics.report(found.rule, found.reason, index);
  }
}

/** What is amiss with the characters of a text that is typed otherwise, by escapes; `undefined` for nothing. */
export function badCharacters(text: string): Found | undefined {
  return text.includes('\uFFFD') ? lost(1) : pileIn(text);
}

function lost(count: number): Found {
  const times = count > 1 ? ` (${count} on this line)` : '';
  const reason = `Unexpected U+FFFD, which stands for a lost character${times}, expected the character of the original`;
  return { rule: 'character-lost', reason };
}

function pileIn(text: string): Found | undefined {
  const [pile] = PILE.exec(text) ?? [];
  if (pile === undefined) return undefined;
  const count = Array.from(pile).length;
  const reason = `Unexpected ${count} combining marks in a row, expected at most ${MOST_MARKS}`;
  return { rule: 'marks-piled', reason };
}

/** A text with its references as Markdown reads them: what is no character becomes U+FFFD. */
function resolve(typed: string): string {
  return typed.replace(REFERENCES, (reference) => {
    const digits = reference.slice(2, -1);
    const code = /^[xX]/.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
    const isNone = code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
    return isNone ? '\uFFFD' : String.fromCodePoint(code);
  });
}
