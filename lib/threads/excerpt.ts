import { fold } from '#lib/site/fold.ts';
import { leadEnd, type Term } from './terms/term.ts';

/** The end of a sentence, with the quotation marks and brackets that close behind it. */
const SENTENCE = /[^。！？\n]+[。！？]*[”’」』）)]*/g;

/**
 * The sentence of an item that speaks of a story: that which holds the most of the story's words and of its own title.
 * It is the first sentence where several are as good.
 * @param words as `storyWords` gives them
 */
export function storySentence(
  { title, text }: { title: string; text: string },
  words: readonly string[],
): string {
  const pairs = pairsIn(fold(title));
  let best = { sentence: text.slice(0, leadEnd(text)).trim(), score: 0 };
  for (const { 0: match, index } of text.matchAll(SENTENCE)) {
    const sentence = match.trim();
    const folded = fold(sentence);
    const held = words.filter((word) => folded.includes(word)).length;
    const ofTitle =
      pairs.filter((pair) => folded.includes(pair)).length / Math.max(1, pairs.length);
    // Half the title is worth as much as a word of the story. News begins with what it is about.
    const score = held === 0 ? 0 : held + 2 * ofTitle + (index === 0 ? 0.25 : 0);
    if (score > best.score) best = { sentence, score };
  }
  return best.sentence;
}

function pairsIn(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

/** The words by which the items of a thread speak of its story: those of terms that several of them have; folded. */
export function storyWords(termsByItem: readonly (readonly Term[])[]): string[] {
  const counts = new Map<string, number>();
  for (const { key } of termsByItem.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const shared = termsByItem.flat().filter(({ key }) => (counts.get(key) ?? 0) > 1);
  return [...new Set(shared.flatMap(wordsOf).filter((word) => word.length > 1))];
}

/** The words that stand for a term in a text; none for what is in many stories. */
function wordsOf({ kind, key, label, written, place }: Term): string[] {
  const [, ...rest] = key.split(' ');
  switch (kind) {
    case 'case':
      return rest;
    case 'law':
    case 'goods':
      return [rest.join(' ')];
    case 'event':
    case 'infringed':
    case 'defendant':
      return [rest.slice(0, -1).join(' ')];
    case 'plaintiffs':
      return rest.slice(0, 1);
    case 'total':
    case 'piracy':
      return [fold(written ?? label)];
    case 'name':
    case 'work':
    case 'organisation':
      return place === 'title' ? [fold(label), fold(written ?? label)] : [];
    case 'report':
    case 'authority':
    case 'document':
    case 'day':
      return [];
  }
}
