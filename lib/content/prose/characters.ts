import type { Diagnostics } from '../faults/diagnostics.ts';
import type { RuleId } from '../faults/rules.ts';
import { characterOf, REFERENCE } from './character-references.ts';

const REFERENCES = new RegExp(REFERENCE, 'g');
const LOST = new RegExp(`\\uFFFD|${REFERENCE}`, 'g');

/**
 * The most combining marks that may follow one letter. Burmese needs seven; Tibetan, Hebrew and Khmer up to six;
 * Vietnamese two. More are only used for effect (“Zalgo text”): they cover other lines and make the page too wide.
 */
const MOST_MARKS = 8;
const PILE = new RegExp(`\\p{M}{${MOST_MARKS + 1},}`, 'u');
const MAY_PILE = new RegExp(`(?:\\p{M}|${REFERENCE}){${MOST_MARKS + 1},}`, 'gu');

type CharacterFault = { rule: RuleId; reason: string };

/** Reports lost characters (U+FFFD), once a line, and too many combining marks in a row. */
export function checkCharacters(diagnostics: Diagnostics): void {
  const { text } = diagnostics;
  const byLine = new Map<number, { at: number; count: number }>();
  for (const { 0: match, index } of text.matchAll(LOST)) {
    if (resolve(match) !== '\uFFFD') continue;
    const { line } = diagnostics.pointOf(index);
    const first = byLine.get(line) ?? { at: index, count: 0 };
    first.count += 1;
    byLine.set(line, first);
  }
  for (const { at, count } of byLine.values()) {
    const { rule, reason } = lost(count);
    diagnostics.report(rule, reason, at);
  }
  for (const { 0: match, index } of text.matchAll(MAY_PILE)) {
    const fault = pileIn(resolve(match));
    if (fault !== undefined) diagnostics.report(fault.rule, fault.reason, index);
  }
}

/** The fault that `checkCharacters` would report in a text. For YAML values that are written with escapes. */
export function badCharacters(text: string): CharacterFault | undefined {
  return text.includes('\uFFFD') ? lost(1) : pileIn(text);
}

function lost(count: number): CharacterFault {
  const times = count > 1 ? ` (${count} on this line)` : '';
  const reason = `Unexpected U+FFFD, which stands for a lost character${times}, expected the original character`;
  return { rule: 'character-lost', reason };
}

function pileIn(text: string): CharacterFault | undefined {
  const [pile] = PILE.exec(text) ?? [];
  if (pile === undefined) return undefined;
  const count = Array.from(pile).length;
  const reason = `Unexpected ${count} combining marks in a row, expected at most ${MOST_MARKS}`;
  return { rule: 'marks-piled', reason };
}

/** A text with each character reference replaced by its character. */
function resolve(text: string): string {
  return text.replace(REFERENCES, characterOf);
}
