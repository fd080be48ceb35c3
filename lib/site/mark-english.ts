import { splitEnglish } from './split-english.ts';

/**
 * A tag with its attributes in double quotes, a character reference, or the text up to the next of these. Sanitized HTML
 * has nothing else.
 */
const TOKEN = /<[^<>"]*(?:"[^"]*"[^<>"]*)*>|&[^;<&]*;|[^<&]+/g;
/** Elements whose text is in no language. */
const CODE = /^<(\/?)(?:code|pre|kbd|samp|var|tt)\b/;

/** Puts `<span lang="en">` around the English names and phrases in sanitized HTML. Code is left alone. */
export function markEnglish(html: string): string {
  let depth = 0;
  return html.replace(TOKEN, (token) => {
    const code = CODE.exec(token);
    if (code !== null) depth += code[1] === '' ? 1 : -1;
    if (/^[<&]/.test(token) || depth > 0) return token;
    return splitEnglish(token)
      .map(({ text, isEnglish }) => (isEnglish ? `<span lang="en">${text}</span>` : text))
      .join('');
  });
}
