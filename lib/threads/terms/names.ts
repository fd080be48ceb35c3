import { fold } from '#lib/site/fold.ts';
import { matchesIn, type Term, type Told } from './term.ts';

const WORK = /《([^《》]{2,60})》/g;
const QUOTED = /“([^“”]{2,20})”/g;
/** One word or several, each with a capital or a digit. */
const LATIN =
  /(?<![A-Za-z0-9])[A-Z][A-Za-z0-9&.'’-]*[A-Za-z0-9](?:[ ·][A-Z0-9][A-Za-z0-9&.'’-]*)*/g;

/** Works in 《》, names in “” and in Latin letters. */
export function readNames(told: Told): Term[] {
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
  return [...works, ...quoted, ...latin];
}
