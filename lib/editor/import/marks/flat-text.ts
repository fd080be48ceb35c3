import { type InlineText, OPAQUE } from '#lib/content/markdown/tree/inline.ts';

/** The text of a paragraph with `\n` for hard line breaks. Every index stays the same. */
export function flatText(inline: InlineText): string {
  if (!inline.text.includes(OPAQUE)) return inline.text;
  return inline.text
    .split('')
    .map((char, index) =>
      char === OPAQUE && inline.opaqueAt(index)?.type === 'break' ? '\n' : char,
    )
    .join('');
}

/**
 * The length of a text without the characters at its end that match `ending`. A loop, since a regular expression for
 * it would take quadratic time.
 */
export function lengthWithout(text: string, ending: RegExp): number {
  let length = text.length;
  while (length > 0 && ending.test(text.charAt(length - 1))) length -= 1;
  return length;
}
