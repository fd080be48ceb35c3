import { fold } from '#lib/site/fold.ts';
import type { DeskFacts } from '../facts.ts';
import { correctActs } from './correct-acts.ts';
import { correctCases, namesOf } from './correct-cases.ts';
import { correctEvents } from './correct-events.ts';
import type { ItemCorrection } from './desk-entry.ts';

/**
 * What the lists take from an item: what was read in it, without what an editor hides, with what she corrects and adds.
 * @param title the title of the item
 */
export function correctedFacts(
  facts: DeskFacts,
  { laws, cases, events, hide }: Pick<ItemCorrection, 'laws' | 'cases' | 'events' | 'hide'>,
  title: string,
): DeskFacts {
  const hidden = new Set(hide.map(fold));
  const isShown = ({ name }: { name: string }) => !hidden.has(fold(name));
  const shown = {
    acts: facts.acts.filter(isShown),
    mentioned: facts.mentioned.filter(isShown),
    events: facts.events.filter(isShown),
  };
  const acts = correctActs(shown, laws);
  return {
    acts: acts.acts,
    mentioned: acts.mentioned,
    cases: correctCases(facts.cases, { cases, hide }, title).filter((each) => each !== undefined),
    events: correctEvents(acts.events, events),
  };
}

/** The names under which an item lists laws, cases and events, as `hide` may call them. */
export function listedNames(
  { acts, mentioned, cases, events }: DeskFacts,
  title: string,
): string[] {
  return [
    ...[...acts, ...mentioned, ...events].map(({ name }) => name),
    ...cases.flatMap((each) => namesOf(each, title)),
  ];
}
