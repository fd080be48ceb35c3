import type { Topic } from '#lib/content/issue.ts';
import { namedEntities } from '#lib/content/named-entities.ts';
import { termFinder } from '#lib/content/topics.ts';
import type { EntityIndex } from '#lib/references/entity-index.ts';
import { readReferences } from '#lib/references/read-references.ts';
import type { Entity } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { fold } from '#lib/site/fold.ts';

/** What words are looked for: those of `topics.yml` and of `entities.yml`. */
export type Vocabulary = {
  topics: readonly Topic[];
  entities: readonly Entity[];
  findEntities: EntityIndex;
};

/**
 * Finds the words of topics and entities in a report. What is found is told with its topic, 人工智能（大模型）, or is the
 * name of an entity; nothing is found in a report that is none of the publication's business.
 */
export type WordMatcher = (report: { title: string; text: string }, date: IsoDate) => string[];

/**
 * Makes the function that finds the words. A topic that only has `desk` finds nothing: all cases and laws of a country
 * would be on it, where an issue has those of its subject alone.
 */
export function wordMatcher({ topics, entities, findEntities }: Vocabulary): WordMatcher {
  const tests = topics.map(({ name, terms }) => ({ name, findTerm: termFinder(terms) }));
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return (report, date) => {
    const whole = `${report.title}\n${report.text}`;
    const folded = fold(whole);
    const onTopics = tests.flatMap(({ name, findTerm }) => {
      const term = findTerm(folded);
      return term === undefined ? [] : showTerm(name, term);
    });
    // To read references takes ten times as long as to look for names, and few reports name an entity.
    if (findEntities(whole).length === 0) return onTopics;
    const references = readReferences(report, { date, findEntities });
    const named = namedEntities(references, findEntities).flatMap((id) => names.get(id) ?? []);
    return [...onTopics, ...named];
  };
}

function showTerm(topic: string, term: string): string {
  return fold(topic) === fold(term) ? topic : `${topic}（${term}）`;
}
