/** The longest piece that costs nothing, in ideographs: a line of a phone's screen holds two. */
const ROOM = 7;
/** What each ideograph more costs, squared. */
const LENGTH_PRICE = 4;
/**
 * What a break costs: beside a word of grammar; between two other words; beside a Latin word, where browsers put no
 * space (`text-autospace`) if there is a `<wbr>`; and where it may cut a name or a sum.
 */
const GRAMMAR_PRICE = 15;
const WORD_PRICE = 20;
const LATIN_PRICE = 45;
const RISKY_PRICE = 80;

/** Marks after which, and before which, browsers break lines without being told. */
const CLOSING = /[，。、：；！？”’》〉」』）】]$/u;
const OPENING = /^[“‘《〈「『（【]/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** Words of one character that belong to the word before them, and to the word after them. */
const AFTER_ITS_WORD = /^[的了]$/u;
const BEFORE_ITS_WORD = /^[与和及或对将把被拟在向从为因以]$/u;

// Whatever the language of the site is, only runs of Chinese need it: other words have spaces between them.
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The pieces of each headline that was cut. A headline stands on some six pages, and to cut one takes 50 µs: it saves 2
 * s of CPU for 520 issues.
 */
const known = new Map<string, readonly string[]>();
/** The most headlines in `known`: those of 6,000 issues. */
const KEPT = 100_000;

/**
 * Cuts a headline where a line may end: between words, and as seldom as suffices for phones. The words are those of
 * ICU's dictionary, which does not know most names and gives their characters one by one, so words of one character
 * stay with their neighbours. Where browsers break a line anyway, at a space or a mark, the headline is not cut.
 * @returns the pieces, which together are the headline
 */
export function headlinePieces(headline: string): readonly string[] {
  const found = known.get(headline);
  if (found !== undefined) return found;
  const pieces = cutHeadline(headline);
  if (known.size >= KEPT) known.clear();
  known.set(headline, pieces);
  return pieces;
}

function cutHeadline(headline: string): readonly string[] {
  if (widthOf(headline) <= ROOM) return [headline];
  const segments = Array.from(segmenter.segment(headline));
  const words = segments.map(({ segment }) => segment);
  const prices = segments.map(({ segment, index }, at) =>
    at === 0 ? 0 : priceOf(headline, index, words[at - 1] ?? '', segment),
  );
  const pieces: string[] = [];
  let piece = '';
  const breaks = cheapestBreaks(words.map(widthOf), prices);
  for (const [at, word] of words.entries()) {
    if (breaks.has(at) && (prices[at] ?? 0) > 0) {
      pieces.push(piece);
      piece = '';
    }
    piece += word;
  }
  return [...pieces, piece];
}

/**
 * Finds the cheapest way to break a line of words into pieces.
 * @param prices what a break before each word costs
 * @returns the words before which it is broken
 */
function cheapestBreaks(widths: readonly number[], prices: readonly number[]): ReadonlySet<number> {
  // For the words up to each one: the least cost, and where their last piece begins.
  const costs = [0];
  const starts = [0];
  for (let end = 1; end <= widths.length; end += 1) {
    costs[end] = Number.POSITIVE_INFINITY;
    let width = 0;
    for (let start = end - 1; start >= 0; start -= 1) {
      width += widths[start] ?? 0;
      const tooLong = LENGTH_PRICE * Math.max(0, width - ROOM) ** 2;
      // Every piece that begins earlier is longer still.
      if (tooLong >= (costs[end] ?? 0)) break;
      const cost = (costs[start] ?? 0) + (prices[start] ?? 0) + tooLong;
      if (cost >= (costs[end] ?? 0)) continue;
      costs[end] = cost;
      starts[end] = start;
    }
  }
  const breaks = new Set<number>();
  for (let at = starts[widths.length] ?? 0; at > 0; at = starts[at] ?? 0) breaks.add(at);
  return breaks;
}

/**
 * What a break before a word costs: nothing where browsers break anyway, infinitely much where none may be.
 * @param at where the word begins in the headline
 */
function priceOf(headline: string, at: number, before: string, after: string): number {
  if (/^\s/.test(after)) return Number.POSITIVE_INFINITY;
  if (/\s$/.test(before)) return 0;
  const isOpening = OPENING.test(after);
  const isClosing = CLOSING.test(before);
  const isBetween = (isOpening || LETTER.test(after)) && (isClosing || LETTER.test(before));
  if (!isBetween) return Number.POSITIVE_INFINITY;
  if (isOpening || isClosing) {
    const isBroken =
      (isOpening && isBrokenAround(headline, at)) ||
      (isClosing && isBrokenAround(headline, at - 1));
    return isBroken ? 0 : GRAMMAR_PRICE;
  }
  // 2倍, 34亿元, 2024年: a number stays with its unit.
  if (/\p{N}$/u.test(before)) return RISKY_PRICE;
  if (AFTER_ITS_WORD.test(after) || BEFORE_ITS_WORD.test(before)) return RISKY_PRICE;
  if (AFTER_ITS_WORD.test(before) || BEFORE_ITS_WORD.test(after)) return GRAMMAR_PRICE;
  if (!isWide(before) || !isWide(after)) return LATIN_PRICE;
  return before.length > 1 && after.length > 1 ? WORD_PRICE : RISKY_PRICE;
}

/**
 * Whether browsers break a line at the outer side of a mark: not at a quotation mark that has a Latin letter or a digit
 * on either side, which may be Latin (https://www.unicode.org/reports/tr14/#LB19a).
 */
function isBrokenAround(headline: string, mark: number): boolean {
  if (!/[“”‘’]/.test(headline.charAt(mark))) return true;
  return isWide(headline.charAt(mark - 1)) && isWide(headline.charAt(mark + 1));
}

/** Whether the first character of a text is an ideograph or as wide as one. */
function isWide(text: string): boolean {
  return text > '\u2e7f';
}

/** The width of a text in ideographs. Latin letters and digits are about half as wide. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += char < '\u2000' ? 0.55 : 1;
  return width;
}
