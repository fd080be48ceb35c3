import { readActs } from '#lib/desk/read-acts.ts';
import { readCase } from '#lib/desk/read-case.ts';
import { readEvents } from '#lib/desk/read-events.ts';
import type { ReferenceContext } from '#lib/references/finder.ts';
import { readReferences } from '#lib/references/read-references.ts';
import { packTerms } from '#lib/threads/terms/packed-terms.ts';
import { readTerms } from '#lib/threads/terms/read-terms.ts';
import type { Item, ItemFacts } from './issue.ts';

/**
 * Everything that the desk and the threads read in an item. It is read once and kept with the item, for its
 * references take a third of the memory of an archive, and most of the time in which it is listed.
 */
export function readFacts(
  item: Pick<Item, 'title' | 'text' | 'attributions'>,
  context: Omit<ReferenceContext, 'title'>,
): ItemFacts {
  const references = readReferences(item, context);
  const read = { ...item, references };
  const facts: ItemFacts = {
    acts: readActs(read),
    events: readEvents(references),
    terms: packTerms(readTerms(read, context.date)),
  };
  const reported = readCase(read);
  if (reported !== undefined) facts.case = reported;
  return facts;
}
