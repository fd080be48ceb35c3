import { createHash } from 'node:crypto';
import type { ArticleText } from './article-text.ts';
import { readSentences, type Sentence } from './sentences.ts';

/**
 * The fingerprint of an article, which holds no text. `headline` is a hash. `prose` and `lines` have six characters for
 * each sentence: four hash its words, two its figures. Two texts that differ have the same six once in 70 billion times,
 * and figures that differ the same two once in 4,096.
 */
export type Fingerprint = { headline: string; prose: string; lines: string };

/** An article that was just read, with its fingerprint. */
export type ReadArticleText = {
  headline: string;
  prose: readonly Sentence[];
  lines: readonly Sentence[];
  print: Fingerprint;
};

/** So many characters stand for a sentence: for its words, and for its figures. */
export const WORDS = 4;
export const FIGURES = 2;
/** The most sentences of an article that are kept: a record is a line of 4 KB at most. */
const MOST = 500;

/** Makes the fingerprint of an article. */
export function fingerprintOf({ headline, paragraphs }: ArticleText): ReadArticleText {
  const { prose, lines } = readSentences(paragraphs);
  const kept = { prose: prose.slice(0, MOST), lines: lines.slice(0, MOST) };
  const print = {
    headline: hash(plainHeadline(headline), WORDS + FIGURES),
    prose: kept.prose.map(hashSentence).join(''),
    lines: kept.lines.map(hashSentence).join(''),
  };
  return { headline, ...kept, print };
}

/** The six characters of a sentence. */
export function hashSentence({ words, figures }: Sentence): string {
  return hash(words, WORDS) + hash(figures, FIGURES);
}

/** A short hash of a text, in the alphabet of base64url. */
export function hash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}

/** A headline without the name of the site behind it, marks, white space and case. */
function plainHeadline(headline: string): string {
  const own = headline.split(/[_|｜]|\s[-–—]\s/)[0] ?? '';
  const plain = plainLetters(own);
  return plain.length >= SHORT ? plain : plainLetters(headline);
}

/** A part of a title that is shorter may be the name of a column before it. */
const SHORT = 6;

function plainLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.%]+/gu, '');
}
