import { plainItem, readDesk } from '#lib/desk/read-item.ts';
import type { ReferenceContext } from '#lib/references/finder.ts';
import { readReferences } from '#lib/references/read-references.ts';
import { packTerms } from '#lib/threads/terms/packed-terms.ts';
import { readTerms } from '#lib/threads/terms/read-terms.ts';
import type { Item, ItemFacts } from './issue.ts';
import { namedEntities } from './named-entities.ts';

/**
 * Everything that the desk and the threads read in an item. The rules read plain Chinese (see `plainItem`), whose
 * offsets are those of the item. Callers cache the result: to read it takes 11 s for 520 issues, and the references,
 * which are not part of it, would take a third of an archive's memory.
 */
export function readFacts(
  { title, text, attributions }: Pick<Item, 'title' | 'text' | 'attributions'>,
  context: Omit<ReferenceContext, 'title'>,
): ItemFacts {
  const plain = plainItem({ title, text });
  const references = readReferences(plain, context);
  return {
    desk: readDesk({ title, text }, references, context.date, plain),
    entities: namedEntities(references, context.findEntities),
    terms: packTerms(readTerms({ ...plain, attributions, references }, context.date)),
  };
}
