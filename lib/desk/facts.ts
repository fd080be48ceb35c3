import type {
  DateRole,
  DocumentStage,
  DocumentType,
  SumReference,
  YearBasis,
} from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';

/** The types of acts: laws, regulations and other rules that a lawyer follows. Reports and works are not acts. */
export type ActType = Exclude<DocumentType, 'report' | 'work'>;

/** An act that an item names, and what the item says about it. */
export type NamedAct = {
  name: string;
  type: ActType;
  /** The stage of the act, if the item gives one. */
  stage: DocumentStage | undefined;
  /** The day from which the act applies, if the item gives it. */
  appliesFrom: IsoDate | undefined;
};

/** Who sues whom, as a title prints it. */
export type Parties = { plaintiff: string; defendant: string };

/** The stage of a case at the time of the report. */
export type CaseStage =
  | '起诉'
  | '立案'
  | '开庭'
  | '裁定'
  | '判决'
  | '一审'
  | '二审'
  | '生效'
  | '和解'
  | '获刑';

/** What an item reports on a case. */
export type CaseFacts = {
  /** Case numbers in the form of the courts. */
  numbers: string[];
  /** The courts that the item names. */
  courts: string[];
  parties: Parties | undefined;
  /** What was claimed, awarded, fined or agreed on. `words` is the sum as the item writes it. */
  sums: (SumReference & { words: string })[];
  stage: CaseStage | undefined;
};

/**
 * What happens on a day of the calendar. Days of publication are left out: they are past when an issue reports them.
 */
export type EventRole = Exclude<DateRole, 'published'>;

/** The days of an event. For a single day, `from` and `to` are equal. */
export type EventDays = {
  from: IsoDate;
  to: IsoDate;
  role: EventRole;
  /** Whether the year is written, or how it is inferred. */
  year: YearBasis;
};
