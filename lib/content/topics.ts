import { isReported } from '#lib/desk/reported.ts';
import { fold } from '#lib/site/fold.ts';
import type { ItemFacts, Topic, TopicId } from './issue.ts';

/**
 * Finds the topics of an item.
 * @param text its title and text
 * @param readFacts is called only where words do not decide: facts take longer to read than all words
 */
export type TopicMatcher = (text: string, readFacts: () => ItemFacts) => TopicId[];

/**
 * Makes the function that finds the topics of an item: those with a term that occurs in its text, those with an entity
 * that it names, and those with a desk that reads something in it. Width and case of terms do not matter. A term in
 * Latin letters must be a whole word: AI is in “AI版权” and not in OpenAI.
 */
export function topicMatcher(topics: readonly Topic[]): TopicMatcher {
  const tests = topics.map((topic) => ({
    id: topic.id,
    findTerm: termFinder(topic.terms),
    hasFact: factMatcher(topic),
  }));
  return (text, readFacts) => {
    const folded = fold(text);
    return tests
      .filter(
        ({ findTerm, hasFact }) =>
          findTerm(folded) !== undefined || hasFact?.(readFacts()) === true,
      )
      .map(({ id }) => id);
  };
}

/**
 * Makes the function that finds the first of some terms in a text, which must be folded (see `fold`). It returns the
 * term as it is written in `terms`.
 */
export function termFinder(terms: readonly string[]): (folded: string) => string | undefined {
  // A topic may have no terms. An empty pattern would match every text.
  if (terms.length === 0) return () => undefined;
  const pattern = new RegExp(terms.map(termPattern).join('|'), 'u');
  const written = new Map(terms.map((term) => [fold(term), term]));
  return (folded) => {
    const [found] = pattern.exec(folded) ?? [];
    return found === undefined ? undefined : (written.get(found) ?? found);
  };
}

/** Whether an item's facts put it on a topic; `undefined` for a topic of terms alone. */
function factMatcher({ entities, desk }: Topic): ((facts: ItemFacts) => boolean) | undefined {
  if (entities.length === 0 && desk === undefined) return undefined;
  const ids = new Set(entities);
  return (facts) =>
    facts.entities.some((id) => ids.has(id)) || (desk !== undefined && isReported(facts, desk));
}

function termPattern(term: string): string {
  const escaped = fold(term).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const before = /^[a-z0-9]/.test(escaped) ? '(?<![a-z0-9])' : '';
  const after = /[a-z0-9]$/.test(escaped) ? '(?![a-z0-9])' : '';
  return before + escaped + after;
}
