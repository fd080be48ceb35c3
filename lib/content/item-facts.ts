import { readActs } from '#lib/desk/read-acts.ts';
import { readCase } from '#lib/desk/read-case.ts';
import { readEvents } from '#lib/desk/read-events.ts';
import type { ReferenceContext } from '#lib/references/finder.ts';
import { readReferences } from '#lib/references/read-references.ts';
import { packTerms } from '#lib/threads/terms/packed-terms.ts';
import { readTerms } from '#lib/threads/terms/read-terms.ts';
import type { Item, ItemFacts } from './issue.ts';

/**
 * Everything that the desk and the threads read in an item. Callers cache the result: to read it takes 4 s for 520
 * issues, and the references, which are not part of it, would take a third of an archive's memory.
 */
export function readFacts(
  item: Pick<Item, 'title' | 'text' | 'attributions'>,
  context: Omit<ReferenceContext, 'title'>,
): ItemFacts {
  const references = readReferences(item, context);
  const itemWithReferences = { ...item, references };
  const facts: ItemFacts = {
    acts: readActs(itemWithReferences),
    events: readEvents(references),
    terms: packTerms(readTerms(itemWithReferences, context.date)),
  };
  const caseFacts = readCase(itemWithReferences);
  if (caseFacts !== undefined) facts.case = caseFacts;
  return facts;
}
