import { isSeq, parseDocument, stringify } from 'yaml';
import type { Section } from '#lib/content/issue.ts';
import { itemId } from '#lib/content/item-id.ts';
import { ownIds } from '#lib/site/paths.ts';
import { Failure } from '#lib/system/failure.ts';

/** The longest name that sections.yml takes. */
const LONGEST_NAME = 60;

/** The sections that were added to a registry file, and the text of the file with them at its end. */
export type AddedSections = { text: string; added: Section[] };

/**
 * Adds sections at the end of the text of sections.yml. The text that is there stays as it is, comments included. The
 * description of an added section is its name.
 * @param names the names to add; one that is longer than sections.yml takes is skipped
 * @param known the sections that the file lists
 * @throws Failure where the file is not a list in YAML
 */
export function addSections(
  text: string,
  names: readonly string[],
  known: readonly Section[],
): AddedSections {
  const ids = new Set<string>([...ownIds, ...known.map(({ id }) => id)]);
  const added: Section[] = [];
  for (const name of names) {
    if (name.length > LONGEST_NAME) continue;
    const id = idFor(name, ids);
    ids.add(id);
    added.push({ id, name, aliases: [], description: name });
  }
  return { text: added.length === 0 ? text : withEntries(text, added), added };
}

/**
 * An id that is not taken: made of the name where it is Latin, else of a hash of it, so that it is the same each time.
 */
function idFor(name: string, taken: ReadonlySet<string>): string {
  const slug = /[^\p{Script=Latin}\p{N}\p{P}\p{S}\s]/u.test(name)
    ? ''
    : name
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^[^a-z]+|-$/g, '');
  const id = slug === '' ? `section-${itemId(name)}` : slug;
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

function withEntries(text: string, sections: readonly Section[]): string {
  const document = parseDocument(text);
  const { contents } = document;
  if (document.errors.length > 0 || !(contents === null || isSeq(contents)))
    throw new Failure(
      'sections.yml cannot be read, so nothing can be added to it: npm run check says what to mend.',
      2,
    );
  const entries = sections.map(({ id, name, description }) => ({ id, name, description }));
  if (isSeq(contents) && contents.flow === true) {
    for (const entry of entries) document.add(entry);
    return document.toString({ lineWidth: 0 });
  }
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  // The entries of the list may be indented.
  const indent = /^([ \t]*)- /m.exec(text)?.[1] ?? '';
  const lines = stringify(entries, { lineWidth: 0 })
    .trimEnd()
    .split('\n')
    .map((line) => `${indent}${line}`);
  const before = text === '' || text.endsWith('\n') ? text : `${text}${end}`;
  return `${before}${lines.join(end)}${end}`;
}
