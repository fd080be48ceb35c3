import type { IsoDate } from '#lib/site/dates.ts';
import { findCases } from './cases.ts';
import { findCourts } from './courts.ts';
import { findDocuments } from './documents.ts';
import { findNames } from './names.ts';
import { findOrganisations } from './organisations.ts';
import type { Entity, Reference, Referent } from './reference.ts';
import { findUnmarkedLaws } from './unmarked-laws.ts';

/** What a text is read with: the day of its issue, and the organisations that `entities.yml` lists. */
export type ReferenceContext = {
  date: IsoDate;
  entities: readonly Entity[];
  /** What stands before the text in its item: short forms of names resolve to what is named there. */
  before?: string;
};

/** A referent, and its UTF-16 offsets in the text it was found in. */
export type Found = { start: number; end: number; referent: Referent };

/** A function from a text to the references of a kind in it. */
export type Extractor = (text: string, context: ReferenceContext) => Found[];

/** One for each kind of reference. */
const extractors: readonly Extractor[] = [
  findCases,
  findDocuments,
  findUnmarkedLaws,
  findNames,
  findOrganisations,
  findCourts,
];

/** What an item refers to: what its title does, then its text, each in order of place. */
export function readReferences(
  item: { title: string; text: string },
  context: ReferenceContext,
): Reference[] {
  return (['title', 'text'] as const).flatMap((part) => {
    const before = part === 'text' ? item.title : '';
    return extractors
      .flatMap((extract) => extract(item[part], { ...context, before }))
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .map(({ start, end, referent }) => ({ ...referent, span: { part, start, end } }));
  });
}
