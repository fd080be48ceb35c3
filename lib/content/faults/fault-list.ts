import type { IsoDate } from '#lib/site/dates.ts';
import { type Diagnostics, wholeReason } from './diagnostics.ts';

/** A fault as plain data, for JSON and for the preview in a browser. */
export type ListedFault = {
  /** Relative to the content folder: `issues/2025-03-31.md`. */
  path: string;
  line: number;
  column: number;
  severity: 'error' | 'warning';
  rule: string;
  reason: string;
};

/** What an editor's preview sends to its open pages after each change. */
export type PreviewEvent = {
  /** Counts the changes. Two events have the same number: one is sent at once, one when the faults are known. */
  revision: number;
  /** When the last change was seen, in ms since 1970; 0 before the first. */
  at: number;
  faults?: ListedFault[];
  /** The days of the issues that have a page; left out while the publication cannot be read. */
  issues?: IsoDate[];
};

/** Lists the faults of content files, in the order of the files and of the places in them. */
export function listFaults(diagnostics: readonly Diagnostics[]): ListedFault[] {
  return diagnostics.flatMap(({ path, inOrder }) =>
    inOrder.map((message) => ({
      path,
      line: message.line ?? 1,
      column: message.column ?? 1,
      severity: message.fatal ? 'error' : 'warning',
      rule: message.ruleId ?? '',
      reason: wholeReason(message),
    })),
  );
}
