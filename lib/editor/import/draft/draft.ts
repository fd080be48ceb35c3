import type { ItemText, SectionText } from '#lib/editions/markdown/write-issue.ts';
import type { IsoDate } from '#lib/site/dates.ts';

/**
 * An issue that was recognised in a text. Its strings are Markdown: each is a whole block or, for a title or a source,
 * a line. Together with `prefixes` and `contents` they hold the whole text, in order except for the footnotes.
 */
export type IssueDraft = {
  /** The day that the text itself names. */
  date?: IsoDate;
  number?: number;
  /** Lines for the front matter. Those that named the day and the number become comments. */
  front: FrontLine[];
  lead: string[];
  sections: DraftSection[];
  /** The numbers and ornaments that stood before names and titles, as written. The issue leaves them out. */
  prefixes: string[];
  /** The texts of tables of contents, which are left out. */
  contents: string[];
  /** Numbers of items that are missing or that come twice. */
  gaps: NumberGap[];
  /** The number of items without a title. Their first words were used as the title. */
  untitled: number;
  /** The number of items without a text. Their title was used as the text. */
  repeated: number;
  /** The number of footnotes that were moved to the ends of items. */
  footnotes: number;
  /** The number of marks that were replaced by `###` or 来源：, by their kind. */
  replaced: Record<StructureMark, number>;
};

/** A line of front matter. `key` is absent for a comment. */
export type FrontLine = { text: string; key?: 'title' | 'editor' | 'summary' };

/** How an item or a source was marked in the text. The summary of an import prints these words. */
export type StructureMark =
  | '【】'
  | 'numbering'
  | 'bullets'
  | 'links'
  | 'bold titles'
  | 'title lines'
  | '（来源：）';

/** A number before an item that does not follow the number of the item before. */
export type NumberGap = { title: string; actual: number; expected: number };

/** A section and its items; `stray` is what stands above its first item. */
export type DraftSection = SectionText & { stray: string[]; items: DraftItem[] };

export type DraftItem = ItemText & {
  /** Whether the source was read: the item ends with it, or a list in the body holds it. */
  hasEnded: boolean;
  behind: string[];
  /** The address of the report, for the link of the source. */
  url?: string;
  /** Whether the source stands above the text. */
  isSourceFirst?: boolean;
  /** The text of an item that has none: it repeats the title. */
  instead?: string;
};

/** A draft without any text. */
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
