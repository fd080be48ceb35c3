/** A pattern for Markdown's references to a character by its number, `&#8238;` or `&#x202E;`. */
export const REFERENCE = '&#(?:\\d{1,7}|[xX][\\da-fA-F]{1,6});';

/** The character that a reference stands for; U+FFFD for a number without a character (CommonMark 0.31, 2.5). */
export function characterOf(reference: string): string {
  const digits = reference.slice(2, -1);
  const code = /^[xX]/.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  const isInvalid = code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return isInvalid ? '\uFFFD' : String.fromCodePoint(code);
}
