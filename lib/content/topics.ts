import { fold } from '#lib/site/fold.ts';
import type { Topic, TopicId } from './issue.ts';

/**
 * Makes the function that finds the topics of a text: those with a term that occurs in it. Width and case do not
 * matter. A term in Latin letters must be a whole word: AI is in “AI版权” and not in OpenAI.
 */
export function topicMatcher(topics: readonly Topic[]): (text: string) => TopicId[] {
  const patterns = topics.map((topic) => ({
    id: topic.id,
    pattern: new RegExp(topic.terms.map(termPattern).join('|'), 'u'),
  }));
  return (text) => {
    const folded = fold(text);
    return patterns.filter(({ pattern }) => pattern.test(folded)).map(({ id }) => id);
  };
}

function termPattern(term: string): string {
  const escaped = fold(term).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const before = /^[a-z0-9]/.test(escaped) ? '(?<![a-z0-9])' : '';
  const after = /[a-z0-9]$/.test(escaped) ? '(?![a-z0-9])' : '';
  return before + escaped + after;
}
