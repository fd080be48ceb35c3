import { findCases } from '#lib/references/courts/cases.ts';
import { findCourts } from '#lib/references/courts/courts.ts';
import { findDates } from '#lib/references/dates/dates.ts';
import { findDocuments } from '#lib/references/documents/documents.ts';
import type { EntityIndex } from '#lib/references/entity-index.ts';
import type { ReferenceFinder, ReferenceMatch } from '#lib/references/finder.ts';
import { findNames } from '#lib/references/names/names.ts';
import { findOrganisations } from '#lib/references/organisations.ts';
import type { Referent } from '#lib/references/reference.ts';
import { findSums } from '#lib/references/sums.ts';
import { contradict, readClaims } from '#lib/threads/contradictions.ts';
import { unpackTerms } from '#lib/threads/terms/packed-terms.ts';
import { readSuit } from '#lib/threads/terms/suits.ts';
import { findEntities, findIn } from './references.ts';
import { factsOf, parseText } from './registries.ts';
import { issueOf } from './stories.ts';
import type { Case } from './tables.ts';

type Input = Omit<Case, 'readings'>;
type Reader = (input: Input) => string[];

/** What is read in the texts of each table, in the words of the table. */
export const readers: Record<string, Reader> = {
  'cases.txt': referencesBy(findCases),
  'courts.txt': referencesBy(findCourts),
  'dates.txt': referencesBy(findDates),
  'date-years.txt': (input) =>
    matches(findDates, input).map(({ referent }) =>
      referent.kind === 'date' ? referent.year : '',
    ),
  'documents.txt': referencesBy(findDocuments, () => []),
  'listed-laws.txt': referencesBy(findDocuments),
  'names.txt': referencesBy(findNames),
  'organisations.txt': (input) =>
    matches(findOrganisations, input).map(
      ({ start, end, referent }) => `${describe(referent)} ${input.text.slice(start, end)}`,
    ),
  'suits.txt': ({ text }) => sides(readSuit(text)),
  'sums.txt': referencesBy(findSums),
  'title-pairs.txt': ({ text }) => {
    const [one = '', other = ''] = text.split(' / ');
    const answers = [
      contradict(readClaims(one, ''), readClaims(other, '')),
      contradict(readClaims(other, ''), readClaims(one, '')),
    ];
    // The order of the two titles must make no difference.
    return [...new Set(answers)].map((answer) => (answer ? 'contradict' : 'agree'));
  },
  'terms.txt': ({ text, issue }) => {
    const parsed = parseText(issueOf([text, '正文一句。']), issue).issue;
    const [item] = parsed?.sections.flatMap(({ items }) => items) ?? [];
    if (item === undefined) throw new Error(`${text} is no title of an item`);
    return unpackTerms(factsOf(item, issue).terms).map(
      ({ key, place }) => `${key}, in the ${place}`,
    );
  },
};

function matches(
  find: ReferenceFinder,
  { text, issue, title }: Input,
  entities: EntityIndex = findEntities,
): ReferenceMatch[] {
  return findIn(find, text, { date: issue, title, findEntities: entities });
}

function referencesBy(find: ReferenceFinder, entities?: EntityIndex): Reader {
  return (input) => matches(find, input, entities).map(({ referent }) => describe(referent));
}

function sides(suit: { plaintiff: string; defendant: string } | undefined): string[] {
  return suit === undefined ? [] : [`${suit.plaintiff} v. ${suit.defendant}`];
}

/** A referent as the tables write it. */
function describe(referent: Referent): string {
  switch (referent.kind) {
    case 'case':
      return `${referent.number} ${referent.year} ${referent.court}`;
    case 'court':
      return referent.name;
    case 'date': {
      const { from, to, role } = referent;
      return `${from === to ? from : `${from}/${to}`} ${role}`;
    }
    case 'document': {
      const { type, name, stage } = referent;
      return [type, `《${name}》`, stage].filter(Boolean).join(' ');
    }
    case 'name':
      return `${referent.script} ${referent.name}`;
    case 'organisation':
      return referent.id;
    case 'sum': {
      const { role, approximate, amount, currency } = referent;
      const digits = amount.toLocaleString('en', { maximumFractionDigits: 20 });
      return [role, approximate && 'about', digits, currency].filter(Boolean).join(' ');
    }
  }
}
