import type { Section } from '#lib/content/issue.ts';
import { didYouMean, type NameIndex } from '#lib/content/names.ts';
import { Failure } from '#lib/system/failure.ts';

/**
 * The section that an editor names.
 * @param word a name, an alias or an id; `undefined` for the first section of sections.yml
 * @throws Failure when there is no such section
 */
export function findSection(word: string | undefined, sections: NameIndex<Section>): Section {
  const section =
    word === undefined
      ? sections.entries[0]
      : (sections.find(word) ?? sections.entries.find(({ id }) => id === word));
  if (section !== undefined) return section;
  if (word === undefined) throw new Failure('sections.yml has no section: add one.', 2);
  const names = sections.entries.map((each) => each.name).join('、');
  const meant = didYouMean(sections.suggest(word));
  throw new Failure(`Unexpected section ${word}, expected one of ${names}${meant}`, 2);
}
