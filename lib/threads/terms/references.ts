import type { Reference, WithReferences } from '#lib/references/reference.ts';
import { fold } from '#lib/site/fold.ts';
import { leadEnd, type Term, type TermPlace } from './term.ts';

/** Who is in the news of many stories by office: courts, ministries, custom houses. */
const AUTHORITY = /(?:局|部|办|办公室|委员会|署|法院|检察院|海关|政府)$/;

/** Laws, measures and whatever else is no work of its own: many cite one. */
const isWork = /^(?:work|report)$/;

/** What an item refers to, as terms. Sums are no one's own, and days.ts reads all days, whatever their role. */
export function readReferenceTerms(item: WithReferences): Term[] {
  const end = leadEnd(item.text);
  return item.references.flatMap((reference) => {
    const term = termOf(reference, placeOf(reference, end));
    const { part, start, end: stop } = reference.span;
    return term === undefined ? [] : { ...term, written: item[part].slice(start, stop) };
  });
}

function placeOf({ span }: Reference, leadEnds: number): TermPlace {
  if (span.part === 'title') return 'title';
  return span.start < leadEnds ? 'lead' : 'text';
}

function termOf(reference: Reference, place: TermPlace): Term | undefined {
  switch (reference.kind) {
    case 'case': {
      const { number } = reference;
      return { key: `case ${number}`, kind: 'case', label: number, place };
    }
    case 'organisation':
    case 'court': {
      const { name } = reference;
      const kind = AUTHORITY.test(name) ? 'authority' : 'organisation';
      return { key: `organisation ${name}`, kind, label: name, place };
    }
    case 'document': {
      const { name, type } = reference;
      const kind = isWork.test(type) ? 'work' : 'document';
      return { key: `document ${fold(name)}`, kind, label: `《${name}》`, place };
    }
    case 'name': {
      const { name } = reference;
      return { key: `name ${fold(name)}`, kind: 'name', label: name, place };
    }
    case 'sum':
    case 'date':
      return undefined;
  }
}
