import type { Diagnostics, Edit } from '../faults/diagnostics.ts';
import type { RuleId } from '../faults/rules.ts';
import { characterOf, REFERENCE } from './character-references.ts';

/** Marks that change the direction of the text after them (UAX #9, 2.1 to 2.4): it may be shown in another order. */
const DIRECTION_MARKS = '\\u202A-\\u202E\\u2066-\\u2069';
/**
 * Invisible characters, which make a search fail: zero-width spaces and joiners, soft hyphens, fillers, controls and
 * tags. Allowed are the joiners that emoji and some scripts need (U+200C, U+200D), direction marks that affect only
 * their neighbours (U+200E, U+200F), and at most ten tags after the flag 🏴, which name a region.
 */
const UNSEEN =
  '\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u00AD\\u180E\\u200B\\u2060-\\u2064\\u3164\\uFEFF';
const TAGS = '(?<!\\u{1F3F4}[\\u{E0020}-\\u{E007E}]{0,10})[\\u{E0000}-\\u{E007F}]';

const EITHER = new RegExp(`[${DIRECTION_MARKS}${UNSEEN}]|${TAGS}`, 'gu');
const CHANGES_DIRECTION = new RegExp(`[${DIRECTION_MARKS}]`, 'u');
const REFERENCES = new RegExp(REFERENCE, 'g');

/** A character, and where it or the reference to it stands in the file. */
type InvisibleCharacter = { char: string; start: number; end: number };

/** Reports the invisible characters and the direction marks of a file, each kind once a line. */
export function checkInvisible(diagnostics: Diagnostics): void {
  const byLine = new Map<string, { rule: RuleId; characters: InvisibleCharacter[] }>();
  for (const character of findInvisible(diagnostics.text)) {
    const rule = CHANGES_DIRECTION.test(character.char) ? 'text-direction' : 'character-invisible';
    const key = `${rule} ${diagnostics.pointOf(character.start).line}`;
    const line = byLine.get(key) ?? { rule, characters: [] };
    line.characters.push(character);
    byLine.set(key, line);
  }
  for (const { rule, characters } of byLine.values()) {
    const names = [...new Set(characters.map(({ char }) => nameOf(char)))].join(' ');
    const what = rule === 'text-direction' ? 'direction marks' : 'invisible characters';
    const reason = `Unexpected ${what} ${names}, expected the text without them`;
    const mend = () => characters.map(({ start, end }): Edit => ({ start, end, text: '' }));
    diagnostics.report(rule, reason, characters[0]?.start ?? 0, { mend });
  }
}

/**
 * The name of the first invisible character or direction mark of a text, such as U+200B; `undefined` if it has none.
 */
export function firstInvisible(text: string): string | undefined {
  const [char] = text.match(EITHER) ?? [];
  return char && nameOf(char);
}

function findInvisible(text: string): InvisibleCharacter[] {
  const literal = Array.from(text.matchAll(EITHER), ({ 0: char, index }) => ({
    char,
    start: index,
    end: index + char.length,
  }));
  if (!text.includes('&#')) return literal;
  const referred = Array.from(text.matchAll(REFERENCES)).flatMap(
    ({ 0: reference, index }): InvisibleCharacter[] => {
      const char = characterOf(reference);
      if (char.match(EITHER) === null) return [];
      return [{ char, start: index, end: index + reference.length }];
    },
  );
  return [...literal, ...referred].sort((a, b) => a.start - b.start);
}

function nameOf(char: string): string {
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code}`;
}
