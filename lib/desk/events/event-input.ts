import type { IsoDate } from '#lib/site/dates.ts';
import type { ActFact, CaseFact, EventKind } from '../facts.ts';
import type { Time, TimedSentence } from '../sentences.ts';

/** What is read in one item, and the acts and cases that were read in it. */
export type EventInput = {
  sentences: readonly TimedSentence[];
  title: string;
  text: string;
  date: IsoDate;
  acts: readonly ActFact[];
  /** The names of all acts in the item, with those that it only mentions. */
  actNames: readonly string[];
  cases: readonly CaseFact[];
};

/** An event that a clause names, with its time. */
export type FoundEvent = { name: string; kind: EventKind; time: Time };
