import type { ItemText, SectionText } from '#lib/editions/markdown/write-issue.ts';
import type { IsoDate } from '#lib/site/dates.ts';

/**
 * An issue as it was recognised in a text. All its strings are Markdown, each of a whole block or, for
 * titles and sources, of a line; together with `leads` they hold all of the text, in order but for the
 * footnotes.
 */
export type Draft = {
  /** The day that the text itself names. */
  date?: IsoDate;
  number?: number;
  /** Lines of the front matter: what they hold, and what day and number were read from, which is a comment there. */
  front: FrontLine[];
  lead: string[];
  sections: DraftSection[];
  /** The numbers and ornaments that stood before names and titles, as typed: all that is left out. */
  leads: string[];
  /** How many footnotes were put at the end of items. */
  footnotes: number;
  /** How many marks of structure the canonical form took the place of: 【】, 1、, bold. */
  replaced: Record<Mark, number>;
};

/** `key` is absent for a comment. */
export type FrontLine = { text: string; key?: 'title' | 'editor' | 'summary' };

export type Mark = '【】' | 'numbering' | 'bullets' | 'bold titles' | 'title lines' | '（来源：）';

export type DraftSection = SectionText & { stray: string[]; items: DraftItem[] };

export type DraftItem = ItemText & {
  /** Whether the source was read: the item ends with it, or a list in the body holds it. */
  hasEnded: boolean;
  behind: string[];
};
