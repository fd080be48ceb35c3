import { isFurniture } from './furniture.ts';

/**
 * A sentence, taken apart for comparison: its words, with `#` for each figure, and its figures. Marks, white space, case
 * and width of characters are left out of both.
 */
export type Sentence = { text: string; words: string; figures: string };

/** The sentences of an article. `lines` are those of paragraphs that are no prose: rows of a table, captions, links. */
export type Sentences = { prose: Sentence[]; lines: Sentence[] };

/** The least letters of a sentence: what is shorter, such as 他说, tells nothing by itself. */
const LEAST_OF_PROSE = 6;
/** The least letters of a line besides its figures. */
const LEAST_OF_LINE = 2;
/** So many letters without a full stop are prose too. */
const LONG = 40;

/** Takes the paragraphs of an article apart, without what is none of it. */
export function readSentences(paragraphs: readonly string[]): Sentences {
  const prose: Sentence[] = [];
  const lines: Sentence[] = [];
  for (const paragraph of paragraphs.flatMap((each) => each.split('\n'))) {
    const isProse = /[。｡]|[a-z\d)”"]{2}\.(?:\s|$)/.test(paragraph) || lettersIn(paragraph) >= LONG;
    for (const text of isProse ? split(paragraph) : [paragraph.trim()]) {
      const sentence = readSentence(text);
      if (sentence === undefined) continue;
      const letters = lettersIn(sentence.words);
      if (isProse && letters >= LEAST_OF_PROSE) prose.push(sentence);
      else if (!isProse && letters >= LEAST_OF_LINE && tells(sentence)) lines.push(sentence);
    }
  }
  return { prose, lines };
}

/** Splits a paragraph behind the marks that end a sentence. */
function split(paragraph: string): string[] {
  return paragraph
    .split(/(?<=[。｡！？!?；;](?:[”’」』）)"]{0,2}))|(?<=[a-z\d)]{2}\.)(?=\s)/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

function readSentence(text: string): Sentence | undefined {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  if (isFurniture(plain)) return undefined;
  const figures: string[] = [];
  const words = plain
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(FIGURE, (figure) => {
      figures.push(figure);
      return '#';
    })
    .replace(/[^\p{L}#]+/gu, '');
  return words === '' ? undefined : { text, words, figures: figures.join(' ') };
}

/** A number in digits, with its percent sign, or in Chinese. */
const FIGURE = /\d+(?:\.\d+)?[%‰]?|[〇零一二三四五六七八九十百千万亿两]+/g;

/**
 * Whether a line has a figure with a unit, as a row of a table has. A change of other lines tells nothing: they may be
 * links to the newest articles, or today's date.
 */
function tells({ text, words }: Sentence): boolean {
  const plain = text.normalize('NFKC');
  return words.includes('#') && UNIT.test(plain.replace(DATE, ''));
}

const UNIT =
  /\d\s*(?:[%‰]|[万亿千百]|元|美元|件|起|人|家|部|项|种|个|册|份|名|吨|天|倍|幅|首|篇|宗|款|张|集)/;
const DATE = /(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}:\d{2}/g;

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
