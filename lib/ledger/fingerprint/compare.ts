import type { ChangeKind } from '#lib/content/ledger/record.ts';
import {
  FIGURES,
  type Fingerprint,
  hash,
  hashSentence,
  type ReadArticleText,
  WORDS,
} from './fingerprint.ts';
import type { Sentence } from './sentences.ts';

const LENGTH = WORDS + FIGURES;

/** How an article differs from its fingerprint. */
export type ArticleChange = {
  /** What differs; empty where nothing does. */
  kinds: ChangeKind[];
  /** The sentences whose figures differ, and those that are new, as they read now. */
  figures: string[];
  added: string[];
  /** How many sentences of the fingerprint are not there any more, of how many. */
  removed: number;
  of: number;
  /** A hash of how the article reads now, to tell one change from the next. */
  seen: string;
};

/** Compares an article as it is now with the fingerprint of how it was. The order of sentences does not count. */
export function compareArticle(before: Fingerprint, now: ReadArticleText): ArticleChange {
  const prose = compareSentences(before.prose, now.prose);
  const lines = compareSentences(before.lines, now.lines);
  const figures = [...prose.figures, ...lines.figures];
  const kinds: ChangeKind[] = [
    ...(before.headline === now.print.headline ? [] : ['headline' as const]),
    ...(figures.length === 0 ? [] : ['figure' as const]),
    ...(prose.added.length === 0 ? [] : ['added' as const]),
    ...(prose.removed === 0 ? [] : ['removed' as const]),
  ];
  return {
    kinds,
    figures,
    added: prose.added,
    removed: prose.removed,
    of: before.prose.length / LENGTH,
    seen: hash(`${now.print.headline} ${now.print.prose} ${now.print.lines}`, 8),
  };
}

/** Whether nothing of the article is left: another headline, and none of its sentences. */
export function isAnotherArticle({ kinds, removed, of }: ArticleChange): boolean {
  return kinds.includes('headline') && of > 0 && removed === of;
}

/** Whether an article has a sentence of a fingerprint, with any figures. */
export function hasSentenceOf(before: Fingerprint, now: ReadArticleText): boolean {
  return compareSentences(before.prose, now.prose).removed < before.prose.length / LENGTH;
}

/** Sentences with the same words are one sentence; their figures may differ. */
function compareSentences(before: string, now: readonly Sentence[]) {
  const left = new Map<string, string[]>();
  for (let at = 0; at < before.length; at += LENGTH) {
    const words = before.slice(at, at + WORDS);
    left.set(words, [...(left.get(words) ?? []), before.slice(at + WORDS, at + LENGTH)]);
  }
  // Sentences that are the same go first: of two that differ only in figures, one may have stayed.
  const differing = now.filter((sentence) => !take(left, sentence, 'with its figures'));
  const changed: string[] = [];
  const added: string[] = [];
  for (const sentence of differing) {
    const list = take(left, sentence, 'with any figures') ? changed : added;
    list.push(sentence.text);
  }
  const removed = [...left.values()].reduce((sum, { length }) => sum + length, 0);
  return { figures: changed, added, removed };
}

/** Takes one sentence with the same words out of those that are left. @returns whether there was one */
function take(
  left: Map<string, string[]>,
  sentence: Sentence,
  how: 'with its figures' | 'with any figures',
): boolean {
  const key = hashSentence(sentence);
  const list = left.get(key.slice(0, WORDS));
  if (list === undefined || list.length === 0) return false;
  const index = how === 'with any figures' ? 0 : list.indexOf(key.slice(WORDS));
  if (index === -1) return false;
  list.splice(index, 1);
  return true;
}
