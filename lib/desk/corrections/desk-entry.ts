import type { PartialDate } from '#lib/site/partial-dates.ts';
import type { ActStep, ActType, CaseStep, CaseSum, EventKind } from '../facts.ts';

/** A step as an editor writes it: 通过 2025-06-27. The day may be left out. */
export type WrittenStep<Name extends string> = { step: Name; day: PartialDate | undefined };

/** A sum of a case as an editor writes it: 判赔 15亿美元. */
export type WrittenSum = Omit<CaseSum, 'clause'>;

/**
 * What an editor says of a law in one item. What is `undefined` stays as it was read. Without a step the law is only
 * mentioned.
 */
export type LawCorrection = {
  name: string;
  /** The name under which it is listed without this correction, where that is another. */
  was?: string | undefined;
  of?: string | undefined;
  kind?: ActType | undefined;
  steps?: WrittenStep<ActStep>[] | undefined;
};

/** What an editor says of a case in one item. What is `undefined` stays as it was read. */
export type CaseCorrection = {
  name?: string | undefined;
  /** The name under which it is listed without this correction, where nothing else tells which case is meant. */
  was?: string | undefined;
  plaintiffs?: string[] | undefined;
  defendants?: string[] | undefined;
  numbers?: string[] | undefined;
  courts?: string[] | undefined;
  of?: string | undefined;
  steps?: WrittenStep<CaseStep>[] | undefined;
  sums?: WrittenSum[] | undefined;
  /** Prison terms. */
  sentences?: string[] | undefined;
};

/** What an editor says of an event in one item. What is `undefined` stays as it was read. */
export type EventCorrection = {
  name: string;
  /** The name under which it is listed without this correction, where that is another. */
  was?: string | undefined;
  kind?: EventKind | undefined;
  /** For a single day both ends are equal; an open end is `undefined`. */
  days?: { from: PartialDate | undefined; to: PartialDate | undefined } | undefined;
};

/** An entry of `desk.yml` about one item. */
export type ItemCorrection = {
  /** The item's permalink, not percent-encoded: `/issues/2025-06-30#bn9c3y`. */
  item: string;
  laws: LawCorrection[];
  cases: CaseCorrection[];
  events: EventCorrection[];
  /** Names of laws, cases and events that this item must not put into the lists. */
  hide: string[];
  /** Whether the cases of this item are none that older items report. */
  apart: boolean;
};

/**
 * An entry of `desk.yml` that makes one law or one case of several, or that gives one a name. The addresses are those
 * of their pages, not percent-encoded; all of them are of one list.
 */
export type JoinEntry = {
  join: { list: 'laws' | 'cases'; ids: string[] };
  name?: string | undefined;
};

/** An entry of `desk.yml`, in which editors correct what the desk reads. */
export type DeskEntry = ItemCorrection | JoinEntry;
