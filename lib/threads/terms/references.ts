import type { Reference, WithReferences } from '#lib/references/reference.ts';
import { fold } from '#lib/site/fold.ts';
import { leadEnd, type Term, type TermPlace } from './term.ts';

/** Endings of names of authorities, such as courts, ministries and customs: their office brings them many stories. */
const AUTHORITY = /(?:局|部|办|办公室|委员会|署|法院|检察院|海关|政府)$/;

/** Types of documents that a story can be about. All other documents, such as laws, are cited in many stories. */
const WORK_TYPES = /^(?:work|report)$/;

/** The references of an item as terms. Sums link no items, and `days.ts` reads all days, whatever their role. */
export function readReferenceTerms(item: WithReferences): Term[] {
  const leadEnds = leadEnd(item.text);
  return item.references.flatMap((reference) => {
    const term = termOf(reference, placeOf(reference, leadEnds));
    const { part, start, end } = reference.span;
    return term === undefined ? [] : { ...term, written: item[part].slice(start, end) };
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
      const kind = WORK_TYPES.test(type) ? 'work' : 'document';
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
