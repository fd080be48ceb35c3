import type { IsoDate } from '#lib/site/dates.ts';

/** Where a reference stands in an item: UTF-16 offsets in its title or its text, `end` excluded. */
export type Span = { part: 'title' | 'text'; start: number; end: number };

/** A case by its number, in the form of the courts: full-width brackets and no spaces, （2023）京73民终123号. */
export type CaseReference = { kind: 'case'; number: string; year: number; court: string };

/**
 * What a title in 《》 names, by its ending. Notices, opinions and plans of authorities are policies. All that cannot be
 * recognised is a work.
 */
export type DocumentType =
  | 'law'
  | 'regulation'
  | 'interpretation'
  | 'policy'
  | 'standard'
  | 'report'
  | 'work';

/** The stage of a document, by the brackets after its name or the words around it. */
export type DocumentStage =
  | 'draft'
  | 'consultation'
  | 'deliberation'
  | 'adopted'
  | 'published'
  | 'in force';

/** A title in 《》. `name` is without 《》 and without a stage in brackets: a draft and its law have the same name. */
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

/** What a sum is in a case. */
export type SumRole = 'award' | 'claim' | 'fine' | 'settlement';

/** A sum of money in units of its currency (ISO 4217). `approximate` is true for 余, 约, 近, 超. Prices have no role. */
export type SumReference = {
  kind: 'sum';
  amount: number;
  currency: string;
  approximate: boolean;
  role?: SumRole;
};

/** What happens on a day. */
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
 * Where the year of a day comes from: it is written; a word gives it (明年); the sentence looks ahead or back; or there
 * is no hint, and the nearest year is taken.
 */
export type YearBasis = 'written' | 'word' | 'ahead' | 'past' | 'nearest';

/** The days `from` to `to`, with what happens on them. For a single day both are equal. */
export type DateReference = {
  kind: 'date';
  role: DateRole;
  from: IsoDate;
  to: IsoDate;
  year: YearBasis;
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

/** What an item refers to, and where. */
export type Reference = Referent & { span: Span };

/** An item's title and text, and the references in them. */
export type WithReferences = { title: string; text: string; references: readonly Reference[] };

/** An entry of `entities.yml`: an organisation, or a document that is recognised without 《》. */
export type Entity = {
  id: string;
  name: string;
  aliases: string[];
  kind: 'organisation' | 'document';
  /** Other words for it that only search takes for its name: in a text they may mean something else. */
  synonyms?: string[] | undefined;
};
