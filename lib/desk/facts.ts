import type { DocumentType, Span, YearBasis } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { PartialDate } from '#lib/site/partial-dates.ts';

/** The types of acts: laws, regulations and other rules that a lawyer follows. Reports and works are not acts. */
export type ActType = Exclude<DocumentType, 'report' | 'work'> | 'treaty';

/** What is done to an act, from its plan to its repeal. */
export type ActStep =
  | 'proposed'
  | 'draft'
  | 'consultation'
  | 'deliberation'
  | 'adopted'
  | 'signed'
  | 'approved'
  | 'published'
  | 'in force'
  | 'partly in force'
  | 'repealed';

/** The clause that tells a fact; `undefined` where an editor says it in `desk.yml`, and not the item. */
export type FactClause = Span | undefined;

/** A step of an act, as a clause tells it. */
export type ActFact = {
  name: string;
  type: ActType;
  /** The state or the union whose act it is; `undefined` where the item does not say. */
  state: string | undefined;
  step: ActStep;
  /** The articles that it is about, if it is not about the whole act: 第十一条. */
  part?: string;
  /** The day of the step, where the clause gives it. */
  day: PartialDate | undefined;
  clause: FactClause;
};

/** What is done in a case, from the suit to the enforcement of the judgment. */
export type CaseStep =
  | '起诉'
  | '提起公诉'
  | '立案'
  | '开庭'
  | '初步禁令'
  | '驳回禁令'
  | '裁定'
  | '一审'
  | '二审'
  | '二审维持'
  | '二审改判'
  | '发回重审'
  | '再审'
  | '终审'
  | '判决'
  | '生效'
  | '和解待批准'
  | '和解'
  | '撤诉'
  | '执行';

/** A step of a case, as a clause tells it. */
export type CaseStepFact = { step: CaseStep; day: PartialDate | undefined; clause: FactClause };

/** What a sum is in a case. */
export type CaseSumRole = 'claim' | 'award' | 'fine' | 'settlement';

/** A sum of a case. `words` is the sum as the item writes it; `amount` is in units of its currency (ISO 4217). */
export type CaseSum = {
  role: CaseSumRole;
  amount: number;
  currency: string;
  words: string;
  clause: FactClause;
};

/** A case, as one item reports it. */
export type CaseFact = {
  /** The name that the item gives it: “变身漫画特效”案. */
  name: string | undefined;
  plaintiffs: string[];
  /** What the plaintiffs are together, where the item says it besides their names: 涉案作家为某某和某某. */
  plaintiffGroup?: string;
  /** The accused too. */
  defendants: string[];
  /** Case numbers in the form of the courts. */
  numbers: string[];
  /** The courts that decide or hear it; not one that only publishes it. */
  courts: string[];
  state: string | undefined;
  steps: CaseStepFact[];
  sums: CaseSum[];
  /** Prison terms, in the words of the item. */
  sentences: { words: string; clause: FactClause }[];
  /** The clause that first speaks of the case; see `FactClause`. */
  clause: FactClause;
};

/** What a day of the calendar is: an event, a campaign, a deadline, the day from which an act applies, a hearing. */
export type EventKind = 'event' | 'campaign' | 'deadline' | 'in force' | 'hearing';

/** An event with a name and days. For a single day, `from` and `to` are equal; an open end is `undefined`. */
export type EventFact = {
  name: string;
  kind: EventKind;
  from: PartialDate | undefined;
  to: PartialDate | undefined;
  /** Whether the year is written, or how it is inferred. */
  year: YearBasis;
  clause: FactClause;
};

/** What the desk reads in an item. */
export type DeskFacts = {
  acts: ActFact[];
  /** Acts that the item only mentions: nothing is done to them. */
  mentioned: { name: string; type: ActType; state: string | undefined }[];
  cases: CaseFact[];
  events: EventFact[];
};

/** What is read: an item's title and text in plain Chinese (see `plainChinese`), and the day of its issue. */
export type ReadableItem = { title: string; text: string; date: IsoDate };
