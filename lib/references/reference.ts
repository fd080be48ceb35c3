import type { IsoDate } from '#lib/site/dates.ts';

/** Where a reference stands in an item: UTF-16 offsets into its title or its text, the end left out. */
export type Span = { part: 'title' | 'text'; start: number; end: number };

/** A case by its number, in the courts' own form: full-width brackets, no blanks, （2023）京73民终123号. */
export type CaseReference = { kind: 'case'; number: string; year: number; court: string };

/**
 * What the title in 《》 names, told by its ending. A notice, opinion or plan of an authority is a policy;
 * what cannot be told is a work.
 */
export type DocumentType =
  | 'law'
  | 'regulation'
  | 'interpretation'
  | 'policy'
  | 'standard'
  | 'report'
  | 'work';

/** How far a document has come, as the brackets after its name or the words around it say. */
export type DocumentStage =
  | 'draft'
  | 'consultation'
  | 'deliberation'
  | 'adopted'
  | 'published'
  | 'in force';

/** A title in 《》. `name` has no 《》 and no stage in brackets, so that a draft and its law are one. */
export type DocumentReference = {
  kind: 'document';
  type: DocumentType;
  name: string;
  stage?: DocumentStage;
};

/** A campaign, platform or product in “”, or a proper name in Latin letters. */
export type NameReference = { kind: 'name'; script: 'quoted' | 'latin'; name: string };

/** An organisation that `entities.yml` lists, by its id there. */
export type OrganisationReference = { kind: 'organisation'; id: string; name: string };

/** A court by its full name. */
export type CourtReference = { kind: 'court'; name: string };

/** What a sum is in the story; `undefined` in a reference where its words do not say. */
export type SumRole = 'award' | 'claim' | 'fine' | 'settlement';

/** A sum of money in units of its currency (ISO 4217). `approximate` for 余, 约, 近, 超. */
export type SumReference = {
  kind: 'sum';
  amount: number;
  currency: string;
  approximate: boolean;
  role?: SumRole;
};

export type DateRole =
  | 'consultation ends'
  | 'applies from'
  | 'in force'
  | 'published'
  | 'hearing'
  | 'judgment'
  | 'registration ends'
  | 'event';

/**
 * What made the year of a day: it is written at the day, a word names it (明年), the sentence looks ahead or back, or
 * nothing says and it is the nearest.
 */
export type YearRule = 'written' | 'word' | 'ahead' | 'past' | 'nearest';

/** A day, or the days from the first to the last, with what happens then. One day: both are equal. */
export type DateReference = {
  kind: 'date';
  role: DateRole;
  from: IsoDate;
  to: IsoDate;
  year: YearRule;
};

/** What an item can refer to. */
export type Referent =
  | CaseReference
  | DocumentReference
  | NameReference
  | OrganisationReference
  | CourtReference
  | SumReference
  | DateReference;

/** What an item refers to, with its place. */
export type Reference = Referent & { span: Span };

/** The words of an item and what they refer to. */
export type WithReferences = { title: string; text: string; references: readonly Reference[] };

/** Whom `entities.yml` lists: organisations, and documents that are known without 《》. */
export type Entity = {
  id: string;
  name: string;
  aliases: string[];
  kind: 'organisation' | 'document';
};
