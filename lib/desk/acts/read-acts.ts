import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { ActFact } from '../facts.ts';
import { stateOf } from '../states.ts';
import type { ActInput, Named, Reading } from './act-reading.ts';
import { withFullNames, withoutRepeats } from './merge-facts.ts';
import { homeOf } from './names/act-lists.ts';
import { actNamesIn } from './names/act-names.ts';
import { readFollowing } from './read-following.ts';
import { readNamed } from './read-named.ts';
import { isCompanion } from './told.ts';

/**
 * The most names of acts that are read in one item. An item with more is a list, and the bound keeps reading linear.
 */
const MOST_NAMES = 200;

/**
 * Reads what an item says was done to acts: each step once, with its day where the clause gives one. An act to which
 * nothing is done is only mentioned.
 */
export function readActs(input: ActInput): { acts: ActFact[]; mentioned: Named[] } {
  let ofItem: { state: string | undefined } | undefined;
  const reading: Reading = {
    input,
    named: [],
    facts: [],
    group: [],
    stateOfItem() {
      ofItem ??= { state: stateOf([input.title, input.text]) ?? homeOf(input) };
      return ofItem.state;
    },
  };
  for (const sentence of input.sentences) {
    if (reading.named.length >= MOST_NAMES) break;
    let subject: Named | undefined;
    let part: string | undefined;
    let previous: Clause | undefined;
    for (const clause of sentence.clauses) {
      const place = { clause, sentence, subject, part, previous };
      const names = actNamesIn(clause, sentence.references, () =>
        stateOf([clause.text, sentence.text, input.title]),
      ).filter((name) => !isCompanion(name, clause));
      if (names.length === 0) ({ subject, part } = readFollowing(place, reading));
      else {
        subject = readNamed(names, place, reading);
        part = undefined;
      }
      previous = clause;
    }
  }
  const acts = withoutRepeats(withFullNames(reading.facts));
  const listed = new Set(acts.map(({ name }) => name));
  return { acts, mentioned: reading.named.filter(({ name }) => !listed.has(name)) };
}
