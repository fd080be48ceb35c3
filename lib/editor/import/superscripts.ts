/** The superscripts and subscripts of Unicode that programs show (block U+2070, and ¹²³ of Latin-1). */
const SIGNS = {
  sup: new Map(zip('0123456789+-=()in', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ')),
  sub: new Map(zip('0123456789+-=()aeoxhklmnpst', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ')),
};
const MARKS = { sup: '^', sub: '_' };
const ORDINAL = /^(st|nd|rd|th|er|re|e|ème|o|a)$/i;
/** A raised text that is not an exponent: a note in brackets, or a sign such as ①, ® or †. */
const OWN_SIGN = /^([[［【〔（].*[\]］】〕）]|[\p{No}\p{So}*†‡§°′″]+)$/su;
const TRADE_MARKS: Record<string, string> = { TM: '™', SM: '℠' };

/** How a superscript or subscript is written as plain text: with other letters, or with marks around the same text. */
export type Script = { letters: string } | { before: string; after: string };

/**
 * Writes a superscript or subscript as plain text: 10⁶, CO₂. Where Unicode has no sign for one of its characters, it
 * is `^x` or `^(x+y·z)`, so that its digits do not join the number before it.
 * @param before the character before it
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
export function bracketed(text: string): string {
  return /^[\p{L}\p{N}.]*$/u.test(text) ? text : `(${text})`;
}

/** A text with the digits and signs of a keyboard in place of full-width ones and of the minus sign. */
function toHalfWidth(text: string): string {
  return text
    .replace(/[−–]/g, '-')
    .replace(/[０-９＋－＝（）]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

function zip(characters: string, signs: string): [string, string][] {
  const all = Array.from(signs);
  return Array.from(characters, (character, index) => [character, all[index] ?? character]);
}
