import { isSeq, parseDocument, stringify } from 'yaml';
import type { Section } from '#lib/content/issue.ts';
import { itemId } from '#lib/content/item-id.ts';
import { ownIds } from '#lib/site/paths.ts';
import { Failure } from '#lib/system/failure.ts';

/** The longest name that sections.yml takes. */
const LONGEST_NAME = 60;

/** Sections that a registry file did not list, and its text with them at its end. */
export type AddedSections = { text: string; added: Section[] };

/**
 * Adds sections to the text of sections.yml, in order. Everything that is there stays as it is, comments too. A
 * section without a description of its own is described by its name.
 * @param known the sections that the file lists
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

/** An id of the name itself where that is Latin, else one made from its letters, the same each time. */
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
  // Entries of a list may be set in.
  const indent = /^([ \t]*)- /m.exec(text)?.[1] ?? '';
  const lines = stringify(entries, { lineWidth: 0 })
    .trimEnd()
    .split('\n')
    .map((line) => `${indent}${line}`);
  const before = text === '' || text.endsWith('\n') ? text : `${text}${end}`;
  return `${before}${lines.join(end)}${end}`;
}
