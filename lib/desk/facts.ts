import type {
  DateRole,
  DocumentStage,
  DocumentType,
  SumReference,
  YearRule,
} from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';

/** Acts are laws, regulations and other rules that a lawyer follows; reports and works are none. */
export type ActType = Exclude<DocumentType, 'report' | 'work'>;

/** An act that an item names, and what it says of it. */
export type NamedAct = {
  name: string;
  type: ActType;
  /** How far the item says that it is. */
  stage: DocumentStage | undefined;
  /** The day from which the item says that it applies. */
  appliesFrom: IsoDate | undefined;
};

/** Who sues whom, as a title prints it. */
export type Parties = { plaintiff: string; defendant: string };

/** How far a case is when an item tells of it. */
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

/** What an item tells of a case. */
export type CaseFacts = {
  /** The courts' own numbers, and the courts that it names. */
  numbers: string[];
  courts: string[];
  parties: Parties | undefined;
  /** What was asked for, awarded, fined or agreed on, as the item has it. */
  sums: (SumReference & { words: string })[];
  stage: CaseStage | undefined;
};

/**
 * What a day of the calendar is for. The day on which something was published is past when it is reported, and what
 * was published stands in its issue: it is for no calendar.
 */
export type EventRole = Exclude<DateRole, 'published'>;

/** Days on which something happens. For one day both are equal. */
export type EventDays = {
  from: IsoDate;
  to: IsoDate;
  role: EventRole;
  /** Whether the year is written, or how it was inferred. */
  year: YearRule;
};
