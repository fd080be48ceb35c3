import type { ListedFault } from '#lib/content/faults/fault-list.ts';

/** What the editor's page and its server tell each other, besides the texts of issues. */

/** An issue file as the page has it: without a byte order mark, each line ended by `\n`. */
export type OpenedIssue = {
  text: string;
  /** The hash of the file's bytes: what a text that is saved was made from. */
  hash: string;
};

export type Saved = { state: 'saved' | 'unchanged'; hash: string };

/** The file has another text now than the one that was edited. Sent with status 409. */
export type ConflictingFile = OpenedIssue & {
  state: 'conflict';
  /** How the text to save differs from that of the file, as a unified diff. */
  difference: string;
};

export type FoundFaults = {
  /** Those of the issue; those of other files only where they make it impossible to read the issue. */
  faults: ListedFault[];
  /** How many of them `fix` mends. */
  fixable: number;
  /** The number of the issue, if it has one. */
  number?: number;
};

export type MendedText = { text: string; mended: number };

/** A name that is offered while one types: `apply` is written where it differs from the name. */
export type OfferedName = { name: string; apply?: string; detail?: string };

/** The names that the registries have. */
export type OfferedNames = {
  /** What front matter may say. */
  fields: OfferedName[];
  sections: OfferedName[];
  sources: OfferedName[];
  /** Topics with their words, and the names of organisations and documents. */
  others: OfferedName[];
};

/** What the page is opened with. */
export type PageSettings = {
  /** The issue's file without `.md`; `undefined` where there is no issue yet. */
  name?: string;
  /** The address of the issue in the preview. */
  preview?: string;
  /** Whether the page may commit. */
  commits: boolean;
  /** The content folder, by which unsaved texts are kept apart. */
  folder: string;
  /** All issues, the newest first, by their files without `.md`. */
  issues: string[];
};
