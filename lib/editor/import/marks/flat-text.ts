import { type InlineText, OPAQUE } from '#lib/content/markdown/tree/inline.ts';

/** The text of a paragraph, its hard line breaks being ends of lines; every index stays what it was. */
export function flatText(inline: InlineText): string {
  if (!inline.text.includes(OPAQUE)) return inline.text;
  return inline.text
    .split('')
    .map((char, index) =>
      char === OPAQUE && inline.opaqueAt(index)?.type === 'break' ? '\n' : char,
    )
    .join('');
}

/** How long a text is without what ends it of some characters; in one pass, whatever it holds. */
export function lengthWithout(text: string, ending: RegExp): number {
  let length = text.length;
  while (length > 0 && ending.test(text.charAt(length - 1))) length -= 1;
  return length;
}
