import type { DeskFacts } from './facts.ts';

/**
 * The facts with the names that the item itself writes: rules read plain Chinese, but a company keeps its traditional
 * characters. The names of acts and courts stay plain, because they join items of different spelling.
 * @param plain the text that was read; it has the same length as the one that is `written`
 */
export function asWritten(facts: DeskFacts, plain: string, written: string): DeskFacts {
  if (plain === written) return facts;
  const original = (words: string): string => {
    const at = plain.indexOf(words);
    return at === -1 ? words : written.slice(at, at + words.length);
  };
  return {
    ...facts,
    cases: facts.cases.map((each) => ({
      ...each,
      name: each.name === undefined ? undefined : original(each.name),
      plaintiffs: each.plaintiffs.map(original),
      defendants: each.defendants.map(original),
      sums: each.sums.map((sum) => ({ ...sum, words: original(sum.words) })),
      sentences: each.sentences.map((sentence) => ({
        ...sentence,
        words: original(sentence.words),
      })),
    })),
    events: facts.events.map((event) => ({ ...event, name: original(event.name) })),
  };
}
