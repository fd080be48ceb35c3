import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { ActFact } from '../facts.ts';
import type { TimedSentence } from '../sentences.ts';
import type { ActName } from './names/act-names.ts';

/** What is read in one item: its sentences and the day of the issue. */
export type ActInput = {
  sentences: readonly TimedSentence[];
  title: string;
  text: string;
  date: IsoDate;
};

/** An act that a sentence names, with the state whose act it is. */
export type Named = ActName & { state: string | undefined };

/** What has been read of an item up to a clause. */
export type Reading = {
  input: ActInput;
  /** The acts that were named so far, the last one last. */
  named: Named[];
  facts: ActFact[];
  /** The acts of the last list, 《…》和《…》: what follows may be told of each of them. */
  group: readonly Named[];
  /** The state that the whole item speaks of. It is only looked for if a clause does not say. */
  stateOfItem: () => string | undefined;
};

/** A clause with its sentence, and what the clauses of the sentence before it speak of. */
export type Place = {
  clause: Clause;
  sentence: TimedSentence;
  /** The clause before it in the sentence. */
  previous: Clause | undefined;
  subject: Named | undefined;
  /** The articles that the sentence speaks of: 第七条. */
  part: string | undefined;
};
