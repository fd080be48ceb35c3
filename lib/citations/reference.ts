/** What a citation says of one item, or of a report that an item is taken from. */
export type Reference = {
  /** Letters, digits and hyphens: the name of the entry in a reference manager, and of its file. */
  id: string;
  title: string;
  /**
   * Whether the title is not that of the report: where an item does not say what a report is called, the title of the
   * item stands for it.
   */
  isDevised?: boolean;
  /** The publication, or the publisher of the report. Items and reports name no person. */
  author: string;
  /** The issue that an item stands in, as readers call it: `版权周报 2025年4月28日 第2期`. */
  issue?: string;
  number?: string;
  /** The names of the sources of an item. */
  sources?: readonly string[];
  /** `YYYY-MM-DD`. */
  date?: string;
  /** Absolute. Without it the report is cited as printed matter. */
  url?: string;
  /** BCP 47, such as `zh-CN`. */
  language: string;
};

/** The title, in square brackets where it is not the report's own: GB/T 7714—2025, 7.2.1. */
export function titleOf({ title, isDevised }: Reference): string {
  return isDevised ? `[${oneLine(title)}]` : oneLine(title);
}

/** A text without line breaks and other control characters, which would end a field of RIS or BibTeX. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
