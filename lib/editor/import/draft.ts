import type { ItemText, SectionText } from '#lib/editions/markdown/write-issue.ts';
import type { IsoDate } from '#lib/site/dates.ts';

/**
 * An issue as it was recognised in a text. All its strings are Markdown, each of a whole block or, for
 * titles and sources, of a line; together with `prefixes` they hold all of the text, in order but for the
 * footnotes.
 */
export type IssueDraft = {
  /** The day that the text itself names. */
  date?: IsoDate;
  number?: number;
  /** Lines of the front matter: what they hold, and what day and number were read from, which is a comment there. */
  front: FrontLine[];
  lead: string[];
  sections: DraftSection[];
  /** The numbers and ornaments that stood before names and titles, as typed: all that is left out. */
  prefixes: string[];
  /** The texts of tables of contents, which are left out. */
  contents: string[];
  /** Numbers of items that are missing or that come twice. */
  gaps: NumberGap[];
  /** How many items have no title: their first words stand for one. */
  untitled: number;
  /** How many items have no text but their title, which stands as their text too. */
  repeated: number;
  /** How many footnotes were put at the end of items. */
  footnotes: number;
  /** How many marks of structure were written in the form of issues: 【】, 1、, bold. */
  replaced: Record<StructureMark, number>;
};

/** `key` is absent for a comment. */
export type FrontLine = { text: string; key?: 'title' | 'editor' | 'summary' };

export type StructureMark =
  | '【】'
  | 'numbering'
  | 'bullets'
  | 'links'
  | 'bold titles'
  | 'title lines'
  | '（来源：）';

/** A number before an item that does not go on from the number before it. */
export type NumberGap = { title: string; typed: number; expected: number };

export type DraftSection = SectionText & { stray: string[]; items: DraftItem[] };

export type DraftItem = ItemText & {
  /** Whether the source was read: the item ends with it, or a list in the body holds it. */
  hasEnded: boolean;
  behind: string[];
  /** The address of the report, which stands at the source. */
  url?: string;
  /** Whether the source stands above the text. */
  isSourceFirst?: boolean;
  /** What stands for the text where there is none: all that the item says is its title. */
  instead?: string;
};

export function emptyDraft(): IssueDraft {
  const replaced = {
    ...{ '【】': 0, numbering: 0, bullets: 0, links: 0 },
    ...{ 'bold titles': 0, 'title lines': 0, '（来源：）': 0 },
  };
  return {
    ...{ front: [], lead: [], sections: [], prefixes: [], contents: [] },
    ...{ gaps: [], untitled: 0, repeated: 0, footnotes: 0, replaced },
  };
}
