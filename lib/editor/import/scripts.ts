/** The superscripts and subscripts of Unicode that programs show (block U+2070, and ¹²³ of Latin-1). */
const SIGNS = {
  sup: new Map(zip('0123456789+-=()in', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ')),
  sub: new Map(zip('0123456789+-=()aeoxhklmnpst', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ')),
};
const MARKS = { sup: '^', sub: '_' };
const ORDINAL = /^(st|nd|rd|th|er|re|e|ème|o|a)$/i;
/** What stands raised and is no exponent: a mark in brackets, a sign such as ①, ® or †. */
const OWN_SIGN = /^([[［【〔（].*[\]］】〕）]|[\p{No}\p{So}*†‡§°′″]+)$/su;
const TRADE_MARKS: Record<string, string> = { TM: '™', SM: '℠' };

/** How a raised or lowered text is written on the line: its letters in order, or marks around the text as it is. */
export type Script = { letters: string } | { before: string; after: string };

/**
 * A raised or lowered text as plain text has it: 10⁶, CO₂. Where Unicode lacks a sign for one of its characters, it is
 * `^x` or `^(x+y·z)`, so that its figures do not become those of the number before. `before` is the character that
 * stands before it.
 */
export function writeScript(kind: 'sup' | 'sub', text: string, before: string): Script {
  const trimmed = text.trim();
  const signs = Array.from(toHalfWidth(text), (char) =>
    /\s/.test(char) ? char : SIGNS[kind].get(char),
  );
  const isWhole = signs.every((sign) => sign !== undefined) && trimmed !== '';
  if (isWhole && signs.length === Array.from(text).length) return { letters: signs.join('') };
  const tradeMark = kind === 'sup' ? TRADE_MARKS[trimmed] : undefined;
  if (tradeMark !== undefined) return { letters: tradeMark };
  const isOrdinal = kind === 'sup' && /\d/.test(before) && ORDINAL.test(trimmed);
  if (trimmed === '' || isOrdinal || OWN_SIGN.test(trimmed)) return { before: '', after: '' };
  const isShort = Array.from(trimmed).length === 1;
  return { before: MARKS[kind] + (isShort ? '' : '('), after: isShort ? '' : ')' };
}

/** A part of a formula as it stands beside others: in brackets, unless it is one word or number. */
export function group(text: string): string {
  return /^[\p{L}\p{N}.]*$/u.test(text) ? text : `(${text})`;
}

/** Digits and signs of full width, and the minus sign, as they are on a keyboard. */
function toHalfWidth(text: string): string {
  return text
    .replace(/[−–]/g, '-')
    .replace(/[０-９＋－＝（）]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

function zip(characters: string, signs: string): [string, string][] {
  const all = Array.from(signs);
  return Array.from(characters, (character, index) => [character, all[index] ?? character]);
}
