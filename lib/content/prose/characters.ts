import type { Diagnostics } from '../faults/diagnostics.ts';
import type { RuleId } from '../faults/rules.ts';
import { characterOf, REFERENCE } from './character-references.ts';

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

/** Reports characters that were lost, once a line, and combining marks piled up. */
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

/** The fault that `checkCharacters` would report in a text; for values that are typed with the escapes of YAML. */
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

/** A text with its references as Markdown reads them. */
function resolve(typed: string): string {
  return typed.replace(REFERENCES, characterOf);
}
