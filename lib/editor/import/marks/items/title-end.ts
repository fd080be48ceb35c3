import { nameKey } from '#lib/content/names.ts';
import { trailingSourceAt } from '../source-line.ts';

const LONGEST_TITLE = 60;
const LONGEST_SENTENCE = 45;
/** A full-width colon, or a half-width one after Chinese, which is not that of a time or an address. */
const COLON = /：|(?<=[\p{Script=Han}》”’」）)】]):/u;
/** A mark that ends a sentence and stays in the title, unless a quotation goes on after it. */
const MARK = /[？！?!](?![”’」』》）)？！?!])(?=.)/;
/** Blanks wider than those within a title, or one before the words with which news begins. */
const BLANK = /\u3000+| {2,}|\t+|(?<=[^ ]) (?=\d{1,2}月|\d{4}年|近日|日前|记者|据|本报)/;

/** Whether some text may be a title: short, one line, no sentence inside. */
export function isTitle(text: string): boolean {
  return text.trim().length <= LONGEST_TITLE && !/[。\n]/.test(text) && nameKey(text).length >= 2;
}

/**
 * Finds the title at the start of a line. `end` is where it ends, `next` where the text after it begins or the line
 * ends; `undefined` where the line has no title. A colon, the end of a sentence or a wide blank separates a title from
 * its text.
 * @param below the text below the line in its paragraph
 */
export function findTitleEnd(
  line: string,
  below: string,
): { end: number; next: number } | undefined {
  const source = trailingSourceAt(line);
  const text = (source === -1 ? line : line.slice(0, source)).trimEnd();
  const stop = text.indexOf('。');
  if (stop === -1 && source === -1) {
    const end = text.replace(/[：:]$/, '').length;
    const isWhole = isTitle(text) && !/[，,、；;.…]$/.test(text);
    return isWhole ? { end, next: line.length } : undefined;
  }
  const first = stop === -1 ? text : text.slice(0, stop);
  const hasMore = stop !== -1 && (text.slice(stop + 1).trim() !== '' || below !== '');
  const isShort = (title: string) => title.length <= LONGEST_SENTENCE && isTitle(title);

  const colon = COLON.exec(first)?.index ?? -1;
  const behind = first.slice(colon + 1).trim();
  // 专家：版权需立法。 is a title with a colon in it; news has commas.
  const isText = behind !== '' && (/[，,；;]/.test(behind) || !hasMore);
  if (colon !== -1 && isText && isShort(first.slice(0, colon)))
    return { end: colon, next: colon + 1 };
  const blank = BLANK.exec(first);
  if (
    blank !== null &&
    stop !== -1 &&
    isShort(first.slice(0, blank.index)) &&
    !/[，,]/.test(first.slice(0, blank.index))
  ) {
    return { end: blank.index, next: blank.index + blank[0].length };
  }
  const mark = MARK.exec(first)?.index ?? -1;
  if (mark !== -1 && isShort(first.slice(0, mark))) return { end: mark + 1, next: mark + 1 };
  if (stop === -1) return isTitle(text) ? { end: text.length, next: text.length } : undefined;
  const hasBehind = line.slice(stop + 1).trim() !== '' || below !== '';
  return hasBehind && isShort(first) ? { end: stop, next: stop + 1 } : undefined;
}

/** What separates a title in bold from the text after it. Any other mark belongs to a sentence that goes on. */
const SEPARATOR = /^(?:[。：:！？!?\n]|\s(?!\s{0,9}[，,、；;]))/;

/**
 * Whether a sentence goes on after its first words, which are bold or a link and look like a title:
 * `**全年营收超千亿**，同比增长一成`.
 */
export function goesOn(words: string, behind: string): boolean {
  if (behind.trim() === '' || trailingSourceAt(behind) === 0) return /[，,、；;]\s*$/.test(words);
  if (/[，,、；;]\s*$/.test(words)) return true;
  // Between Latin and Chinese a blank is only typography: **OpenAI** 发布新模型。
  if (/^[\w.+-]+$/.test(words) && /^ \p{Script=Han}/u.test(behind)) return true;
  return !/[。：:？！?!]\s*$/.test(words) && !SEPARATOR.test(behind);
}

const LONGEST_CLAUSE = 40;

/** The length of the words that name a text without a title: its first sentence, or the first clauses of a long one. */
export function firstWordsLength(text: string): number {
  const line = text.split('\n', 1)[0] ?? '';
  const stop = line.search(/[。！？!?]|\.(?=\s|$)/);
  const sentence = stop === -1 ? line.trimEnd() : line.slice(0, stop);
  if (sentence.length <= LONGEST_TITLE) return lengthOf(sentence);
  const start = sentence.slice(0, LONGEST_CLAUSE);
  const clause = Math.max(...Array.from(start.matchAll(/[，,；;：:、]/g), ({ index }) => index), 0);
  if (clause >= 4) return lengthOf(start.slice(0, clause));
  const word = /^.*(?=\s)/.exec(start)?.[0].length ?? 0;
  return word > 0 ? lengthOf(start.slice(0, word)) : start.length;
}

/** The length of some words without the marks at their end. */
function lengthOf(words: string): number {
  return words.replace(/[，,；;：:、\s]{1,9}$/, '').length;
}
