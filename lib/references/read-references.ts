import { findCases } from './cases.ts';
import { findCourts } from './courts.ts';
import { findDates } from './dates.ts';
import { findDocuments } from './documents.ts';
import type { ReferenceContext, ReferenceFinder } from './finder.ts';
import { findNames } from './names.ts';
import { findOrganisations } from './organisations.ts';
import type { Reference } from './reference.ts';
import { findSums } from './sums.ts';

/** One for each kind of reference. */
const extractors: readonly ReferenceFinder[] = [
  findCases,
  findDocuments,
  findNames,
  findOrganisations,
  findCourts,
  findSums,
  findDates,
];

/** What an item refers to: what its title does, then its text, each in order of place. */
export function readReferences(
  item: { title: string; text: string },
  { date, findEntities }: Omit<ReferenceContext, 'title'>,
): Reference[] {
  const context = { date, findEntities, title: item.title };
  const references: Reference[] = [];
  for (const part of ['title', 'text'] as const) {
    const found = extractors.flatMap((extract) => extract(item[part], context));
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    for (const { start, end, referent } of found)
      references.push({ ...referent, span: { part, start, end } });
  }
  return references;
}
