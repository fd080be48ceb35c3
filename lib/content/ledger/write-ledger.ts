import type { LedgerRecord } from './record.ts';

/** The order of keys in a line, so that a record that stays is the same line. */
const KEYS = [
  'url',
  'state',
  'since',
  'asked',
  'to',
  'change',
  'doubt',
  'silent',
  'copy',
  'print',
] as const satisfies readonly (keyof LedgerRecord)[];

/** The text of a ledger file: one record a line, sorted by address, so that git merges the lines of two branches. */
export function writeLedger(records: readonly LedgerRecord[]): string {
  return records
    .toSorted((a, b) => (a.url < b.url ? -1 : 1))
    .map((record) => {
      const kept = KEYS.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]]]));
      return `${JSON.stringify(Object.fromEntries(kept))}\n`;
    })
    .join('');
}
