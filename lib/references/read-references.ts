import { findCases } from './courts/cases.ts';
import { findCourts } from './courts/courts.ts';
import { findDates } from './dates/dates.ts';
import { findDocuments } from './documents/documents.ts';
import type { ReferenceContext, ReferenceFinder } from './finder.ts';
import { findNames } from './names/names.ts';
import { findOrganisations } from './organisations.ts';
import type { Reference } from './reference.ts';
import { findSums } from './sums.ts';

/** One for each kind of reference. Each must take time linear in the length of its text. */
const finders: readonly ReferenceFinder[] = [
  findCases,
  findDocuments,
  findNames,
  findOrganisations,
  findCourts,
  findSums,
  findDates,
];

/** Finds all that an item refers to: the references of its title, then those of its text, each in order. */
export function readReferences(
  item: { title: string; text: string },
  { date, findEntities }: Omit<ReferenceContext, 'title'>,
): Reference[] {
  const context = { date, findEntities, title: item.title };
  const references: Reference[] = [];
  for (const part of ['title', 'text'] as const) {
    const matches = finders.flatMap((find) => find(item[part], context));
    matches.sort((a, b) => a.start - b.start || b.end - a.end);
    for (const { start, end, referent } of matches)
      references.push({ ...referent, span: { part, start, end } });
  }
  return references;
}
