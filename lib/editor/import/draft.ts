import type { IsoDate } from '#lib/site/dates.ts';

/**
 * An issue as it was recognised in a text. All its strings are Markdown, each of a whole block or, for
 * titles and sources, of a line; together they hold all of the text, in order.
 */
export type Draft = {
  /** The day that the text itself names. */
  date?: IsoDate;
  number?: number;
  /** Lines of the front matter, those from which day and number were read among them, as comments. */
  front: string[];
  lead: string[];
  sections: DraftSection[];
  /** How many marks of structure the canonical form took the place of: 【】, 1、, bold. */
  replaced: Record<Mark, number>;
};

export type Mark = '【】' | 'numbering' | 'bold titles' | 'title lines' | '（来源：）';

/** `name` is absent for items that stand before the first section. */
export type DraftSection = { name?: string; stray: string[]; items: DraftItem[] };

export type DraftItem = {
  title: string;
  body: string[];
  /** What stands behind 来源：. */
  source?: string;
  /** Whether the source was read: the item ends with it, or a list in the body holds it. */
  hasEnded: boolean;
  /** What stands behind the source although the item ends there. */
  behind: string[];
};
