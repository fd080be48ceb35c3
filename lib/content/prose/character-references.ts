/** The source of a pattern for the references of Markdown that name a character by its number: `&#8238;`, `&#x202E;`. */
export const REFERENCE = '&#(?:\\d{1,7}|[xX][\\da-fA-F]{1,6});';

/** The character that such a reference stands for. What is no character is U+FFFD (CommonMark 0.31, 2.5). */
export function characterOf(reference: string): string {
  const digits = reference.slice(2, -1);
  const code = /^[xX]/.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  const isNone = code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return isNone ? '\uFFFD' : String.fromCodePoint(code);
}
