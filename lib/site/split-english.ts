/** A part of a text: a run of English words, or what stands between such runs. */
export type TextPart = { text: string; isEnglish: boolean };

/** A word in ASCII letters, perhaps with digits, hyphens and apostrophes in it: Acme, O’Neil, T-4o, Inc. */
const WORD =
  "[A-Za-z][A-Za-z\\d]{0,40}(?:['’&.+-][A-Za-z\\d]{1,40}){0,5}\\.?(?![\\p{Script=Latin}\\d@/_])";
/** Words with a space between them, and numbers and `&` among them. */
const RUN = new RegExp(
  `(?<![\\p{Script=Latin}\\d@./_#%&'’+-])${WORD}(?:[,:;]? (?:&(?= )|\\d{1,3}(?:\\.\\d{1,2})?(?![\\d.])|${WORD}))+`,
  'gu',
);
/** A quick test that leaves out most texts. */
const MAY_HOLD = /[A-Za-z.,:;] [A-Za-z\d&]/;

/** Small words of other languages. A run with one of them may be in any language. */
const OTHER_LANGUAGE =
  /(?:^| )(?:d[aeiou]|del|della|der|des|die|el|les?|las?|los|il|et|und|van|von|zu|zur|sur)(?: |$)/i;

/**
 * Splits a Chinese text at the names and phrases of two or more English words in it. They get `lang="en"`: voices read
 * them as English, and their quotation marks are Latin ones. Single words and abbreviations are left alone, because
 * voices know them, and so are runs that are perhaps of another language: a wrong `lang` is worse than none.
 * @returns the parts, none of them empty, which together are the text
 */
export function splitEnglish(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  const add = (end: number, isEnglish: boolean) => {
    if (end > at) parts.push({ text: text.slice(at, end), isEnglish });
    at = end;
  };
  if (MAY_HOLD.test(text))
    for (const { 0: run, index } of text.matchAll(RUN)) {
      if (!isPhrase(run)) continue;
      add(index, false);
      add(index + run.length, true);
    }
  add(text.length, false);
  return parts;
}

function isPhrase(run: string): boolean {
  const words = run.split(' ').filter((word) => /[A-Za-z]{2}/.test(word));
  // AI PC, IP TV: abbreviations beside each other are no phrase.
  const isMore = words.some((word) => /[a-z]{2}|[A-Z]{5}/.test(word));
  return words.length > 1 && isMore && !OTHER_LANGUAGE.test(run);
}
