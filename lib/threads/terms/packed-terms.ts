import { type Term, type TermKind, type TermPlace, termKinds, termPlaces } from './term.ts';

/** Stands behind every field of a packed term. `check` refuses this character in an issue's text. */
const SEPARATOR = '\u007f';
/** The character code of `0`, which stands for the first kind at the first place. All must be below `SEPARATOR`. */
const FIRST_LETTER = 48;

/** The prefixes of keys, where that is not the name of the kind. */
const PREFIXES: Partial<Record<TermKind, string>> = {
  work: 'document',
  authority: 'organisation',
};

/** What the letter of a packed term stands for: its kind, its place and the prefix of its key. */
export type TermLetter = { kind: TermKind; place: TermPlace; prefix: string };

const LETTERS: readonly TermLetter[] = termKinds.flatMap((kind) =>
  termPlaces.map((place) => ({ kind, place, prefix: `${PREFIXES[kind] ?? kind} ` })),
);

/**
 * Writes terms as one text. A term has three fields: a letter for kind and place with the rest of the key; the label;
 * the spelling. Label and spelling are empty where they follow from the field before. Such texts take a fifth of the
 * memory of a hundred thousand objects, and are read from JSON in a tenth of the time.
 */
export function packTerms(terms: readonly Term[]): string {
  let packed = '';
  for (const { key, kind, place, label, written = label } of terms) {
    const at = termKinds.indexOf(kind) * termPlaces.length + termPlaces.indexOf(place);
    const rest = key.slice(LETTERS[at]?.prefix.length);
    const fields = [
      String.fromCharCode(FIRST_LETTER + at) + rest,
      label === labelOf(kind, rest) ? '' : label,
      written === label ? '' : written,
    ];
    for (const field of fields)
      packed += (field.includes(SEPARATOR) ? field.replaceAll(SEPARATOR, ' ') : field) + SEPARATOR;
  }
  return packed;
}

/** Calls `visit` with the letter and the rest of the key of each term: an index of all items needs no more. */
export function eachPackedTerm(
  packed: string,
  visit: (letter: TermLetter, rest: string) => void,
): void {
  const fields = packed.split(SEPARATOR);
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const first = fields[at] ?? '';
    const letter = LETTERS[first.charCodeAt(0) - FIRST_LETTER];
    if (letter !== undefined) visit(letter, first.slice(1));
  }
}

/** The terms of a packed text, in their order. */
export function unpackTerms(packed: string): Term[] {
  const terms: Term[] = [];
  const fields = packed.split(SEPARATOR);
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [first = '', ownLabel = '', written = ''] = [fields[at], fields[at + 1], fields[at + 2]];
    const letter = LETTERS[first.charCodeAt(0) - FIRST_LETTER];
    if (letter === undefined) continue;
    const { kind, place, prefix } = letter;
    const rest = first.slice(1);
    const label = ownLabel === '' ? labelOf(kind, rest) : ownLabel;
    const term: Term = { key: prefix + rest, kind, label, place };
    if (written !== '') term.written = written;
    terms.push(term);
  }
  return terms;
}

/** The label that most terms of a kind have: it follows from the key. */
function labelOf(kind: TermKind, rest: string): string {
  return kind === 'document' || kind === 'work' ? `《${rest}》` : rest;
}
