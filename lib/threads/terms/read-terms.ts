import type { Item } from '#lib/content/issue.ts';
import type { WithReferences } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { readDays } from './days.ts';
import { readEvents } from './events.ts';
import { readInfringements } from './infringements.ts';
import { readLaws } from './laws.ts';
import { readPiracy } from './piracy.ts';
import { readReferenceTerms } from './references.ts';
import { readSuitClaims } from './suit-claims.ts';
import { readSuits } from './suits.ts';
import { splitItem, type Term, type TermPlace } from './term.ts';
import { readTotals } from './totals.ts';

const WEIGHTS: Record<TermPlace, number> = { title: 1, lead: 0.7, text: 0.35 };

/** How much a term counts at a place, 0 to 1. */
export function weightOf(place: TermPlace): number {
  return WEIGHTS[place];
}

/** What terms are read from: an item's text, its references and its sources. */
type Readable = WithReferences & Pick<Item, 'attributions'>;

/** The terms of an item, each once, at the place where it counts most. */
export function readTerms(item: Readable, date: IsoDate): Term[] {
  const parts = splitItem(item, date);
  const terms = [
    ...readEvents(parts),
    ...readLaws(parts),
    ...readSuits(parts),
    ...readTotals(parts),
    ...readInfringements(item),
    ...readSuitClaims(parts),
    ...readPiracy(parts),
    ...readDays(parts),
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

/** The reports that an item cites: two items that cite one report may be one story. */
function readReports({ attributions }: Readable): Term[] {
  return attributions.flatMap(({ url, source }) =>
    url === undefined
      ? []
      : [{ key: `report ${url}`, kind: 'report', label: source.name, place: 'lead' }],
  );
}
