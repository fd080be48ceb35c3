import type { Item } from '#lib/content/issue.ts';
import type { WithReferences } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { readDays } from './days.ts';
import { readEvents } from './events.ts';
import { readLaws } from './laws.ts';
import { readReferenceTerms } from './references.ts';
import { readSuits } from './suits.ts';
import { type Term, type TermPlace, tellParts } from './term.ts';

const WEIGHTS: Record<TermPlace, number> = { title: 1, lead: 0.7, text: 0.35 };

/** How much a term weighs where it stands, 0 to 1. */
export function weightOf(place: TermPlace): number {
  return WEIGHTS[place];
}

/** An item as its terms are read: its words, and the reports that it cites. */
type Readable = WithReferences & Pick<Item, 'attributions'>;

/** What an item names, each thing once, at the weightiest of its places. */
export function readTerms(item: Readable, date: IsoDate): Term[] {
  const told = tellParts(item, date);
  const terms = [
    ...readEvents(told),
    ...readLaws(told),
    ...readSuits(told),
    ...readDays(told),
    ...readReports(item),
    ...readReferenceTerms(item),
  ];
  const byKey = new Map<string, Term>();
  for (const term of terms) {
    const known = byKey.get(term.key);
    if (known === undefined || weightOf(term.place) > weightOf(known.place))
      byKey.set(term.key, term);
  }
  return [...byKey.values()];
}

/** The reports that an item rests on: two that rest on one tell of the same. */
function readReports({ attributions }: Readable): Term[] {
  return attributions.flatMap(({ url, source }) =>
    url === undefined
      ? []
      : [{ key: `report ${url}`, kind: 'report', label: source.name, place: 'lead' }],
  );
}
