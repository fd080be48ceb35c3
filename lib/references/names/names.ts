import { findTitles } from '../documents/document-titles.ts';
import type { NameMatch, ReferenceFinder, ReferenceMatch } from '../finder.ts';
import { findLatinNames } from './latin-names.ts';
import { findQuotedNames } from './quoted-names.ts';

/** Finds the proper names in a text that are in “”, or in Latin letters. */
export const findNames: ReferenceFinder = (text, { title }) => {
  const quoted = findQuotedNames(text, title);
  const inText = findLatinNames(text);
  const full = fullNames([...findLatinNames(title), ...inText]);
  let at = 0;
  // “POP MART” is one name, not two, and names in 《》 are part of a title.
  const covers = [...quoted, ...findTitles(text).filter(({ depth }) => depth === 0)].sort(
    (a, b) => a.start - b.start,
  );
  const latin = inText.filter(({ start, end }) => {
    while ((covers[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1;
    const around = covers[at];
    return around === undefined || start < around.start || end > around.end;
  });
  const toMatch =
    (script: 'quoted' | 'latin') =>
    ({ start, end, name }: NameMatch): ReferenceMatch => ({
      start,
      end,
      referent: { kind: 'name', script, name },
    });
  const named = latin.map((each) => ({ ...each, name: full.get(each.name) ?? each.name }));
  return [...quoted.map(toMatch('quoted')), ...named.map(toMatch('latin'))];
};

/** Names of several words, by their first words: after Getty Images, Getty is short for it. */
function fullNames(names: NameMatch[]): Map<string, string> {
  const full = new Map<string, string>();
  for (const { name } of names) {
    const [first = '', second = ''] = name.split(' ');
    // Veo is not short for Veo 3, and The is short for nothing.
    if (/^\p{L}/u.test(second) && first !== 'The' && !full.has(first)) full.set(first, name);
  }
  return full;
}
