import { Flattener } from './flatten.ts';
import { partsOf, readRelationships } from './relationships.ts';
import { textRun } from './runs.ts';
import type { Surroundings } from './surroundings.ts';
import { type Parts, readPart } from './unpack.ts';
import { findAll, isElement, type Xml } from './xml.ts';

/**
 * The footnotes and endnotes of a document, each as the contents of a paragraph. The key is the element that refers to
 * a note, and its id: `w:footnoteReference 1`.
 */
export function readNotes(parts: Parts, document: Surroundings): Map<string, Xml[]> {
  const notes = new Map<string, Xml[]>();
  for (const kind of ['footnote', 'endnote']) {
    for (const part of partsOf(document.relationships, `${kind}s`)) {
      const relationships = readRelationships(parts, part);
      const flattener = new Flattener({ ...document, relationships, notes: new Map() });
      for (const note of findAll(readPart(parts, part), `w:${kind}`)) {
        const lines = findAll(flattener.flatten(note), 'w:p').map(({ children }) =>
          children.filter(isElement).filter(({ name }) => name !== 'w:pPr'),
        );
        notes.set(
          `w:${kind}Reference ${note.attributes['w:id']}`,
          lines.flatMap((line, index) => (index === 0 ? line : [textRun(' '), ...line])),
        );
      }
    }
  }
  return notes;
}
