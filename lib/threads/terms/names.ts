import { fold } from '#lib/site/fold.ts';
import { matchesIn, type Term, type Told } from './term.ts';

/** A case by its number, as the courts write it. */
const CASE = /[（(]\d{4}[）)][\p{Script=Han}\d]{2,12}\d+号/gu;
const WORK = /《([^《》]{2,60})》/g;
const QUOTED = /“([^“”]{2,20})”/g;
/** One word or several, each with a capital or a digit. */
const LATIN =
  /(?<![A-Za-z0-9])[A-Z][A-Za-z0-9&.'’-]*[A-Za-z0-9](?:[ ·][A-Z0-9][A-Za-z0-9&.'’-]*)*/g;

/** Cases by their numbers, works in 《》, names in “” and in Latin letters. */
export function readNames(told: Told): Term[] {
  const cases = Array.from(matchesIn(told, CASE), ({ match: [number], place }) => ({
    key: `case ${fold(number)}`,
    kind: 'case' as const,
    label: number,
    place,
  }));
  const works = Array.from(matchesIn(told, WORK), ({ match: [label, name = ''], place }) => ({
    key: `work ${fold(name)}`,
    kind: 'work' as const,
    label,
    place,
  }));
  const quoted = Array.from(matchesIn(told, QUOTED), ({ match: [label, name = ''], place }) => ({
    key: `name ${fold(name)}`,
    kind: 'name' as const,
    label,
    place,
  }));
  const latin = Array.from(matchesIn(told, LATIN), ({ match: [label], place }) => ({
    key: `name ${fold(label)}`,
    kind: 'name' as const,
    label,
    place,
  })).filter(({ label }) => label.length > 2);
  return [...cases, ...works, ...quoted, ...latin];
}
