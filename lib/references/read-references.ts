import type { IsoDate } from '#lib/site/dates.ts';
import { findCases } from './cases.ts';
import { findCourts } from './courts.ts';
import { findDates } from './dates.ts';
import { findDocuments } from './documents.ts';
import { findNames } from './names.ts';
import { findOrganisations } from './organisations.ts';
import type { Entity, Reference, Referent } from './reference.ts';
import { findSums } from './sums.ts';

/** What a text is read with: the day of its issue, its item's title, and what `entities.yml` lists. */
export type ReferenceContext = { date: IsoDate; title: string; entities: readonly Entity[] };

/** A referent, and its UTF-16 offsets in the text it was found in. */
export type Found = { start: number; end: number; referent: Referent };

/** A function from a text to the references of a kind in it. */
export type Extractor = (text: string, context: ReferenceContext) => Found[];

/** One for each kind of reference. */
const extractors: readonly Extractor[] = [
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
  { date, entities }: Omit<ReferenceContext, 'title'>,
): Reference[] {
  const context = { date, entities, title: item.title };
  const references: Reference[] = [];
  for (const part of ['title', 'text'] as const) {
    const found = extractors.flatMap((extract) => extract(item[part], context));
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    for (const { start, end, referent } of found)
      references.push({ ...referent, span: { part, start, end } });
  }
  return references;
}
