import type { Diagnostics, Edit } from '../faults/diagnostics.ts';
import type { RuleId } from '../faults/rules.ts';
import { characterOf, REFERENCE } from './character-references.ts';

/** Marks that turn the direction of what follows (UAX #9, 2.1 to 2.4): text can be shown other than it is. */
const TURNING = '\\u202A-\\u202E\\u2066-\\u2069';
/**
 * Characters that nobody sees and that make a search miss: zero-width blanks and joins, soft hyphens, fillers,
 * controls, and tags. Not among them are the joiners that emoji and some scripts need (U+200C, U+200D), marks of
 * direction for one place (U+200E, U+200F), and the tags behind the flag 🏴 that name a region: ten at most.
 */
const UNSEEN =
  '\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u00AD\\u180E\\u200B\\u2060-\\u2064\\u3164\\uFEFF';
const TAGS = '(?<!\\u{1F3F4}[\\u{E0020}-\\u{E007E}]{0,10})[\\u{E0000}-\\u{E007F}]';

const EITHER = new RegExp(`[${TURNING}${UNSEEN}]|${TAGS}`, 'gu');
const TURNS = new RegExp(`[${TURNING}]`, 'u');
const REFERENCES = new RegExp(REFERENCE, 'g');

type Found = { char: string; start: number; end: number };

/** Reports the characters in a file that show nothing, or turn the text around them, once a line and kind. */
export function checkInvisible(diagnostics: Diagnostics): void {
  const byLine = new Map<string, { rule: RuleId; found: Found[] }>();
  for (const each of findInvisible(diagnostics.text)) {
    const rule = TURNS.test(each.char) ? 'text-direction' : 'character-invisible';
    const key = `${rule} ${diagnostics.pointOf(each.start).line}`;
    const line = byLine.get(key) ?? { rule, found: [] };
    line.found.push(each);
    byLine.set(key, line);
  }
  for (const { rule, found } of byLine.values()) {
    const names = [...new Set(found.map(({ char }) => nameOf(char)))].join(' ');
    const what = rule === 'text-direction' ? 'marks of direction' : 'invisible characters';
    const reason = `Unexpected ${what} ${names}, expected text as it is shown`;
    const mend = () => found.map(({ start, end }): Edit => ({ start, end, text: '' }));
    diagnostics.report(rule, reason, found[0]?.start ?? 0, { mend });
  }
}

/** The name of the first character of a text that shows nothing or turns it; `undefined` where there is none. */
export function firstInvisible(text: string): string | undefined {
  const [char] = text.match(EITHER) ?? [];
  return char && nameOf(char);
}

function findInvisible(text: string): Found[] {
  const typed = Array.from(text.matchAll(EITHER), ({ 0: char, index }) => ({
    char,
    start: index,
    end: index + char.length,
  }));
  if (!text.includes('&#')) return typed;
  const referred = Array.from(text.matchAll(REFERENCES)).flatMap(({ 0: typed, index }): Found[] => {
    const char = characterOf(typed);
    if (char.match(EITHER) === null) return [];
    return [{ char, start: index, end: index + typed.length }];
  });
  return [...typed, ...referred].sort((a, b) => a.start - b.start);
}

function nameOf(char: string): string {
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code}`;
}
