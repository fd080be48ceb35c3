import type { LedgerRecord } from './record.ts';

/**
 * Joins two records of one address, which two branches wrote. The one that asked later counts, and the second of one
 * day. The archive copy of either is kept, and the older fingerprint: it is nearer to what was cited.
 */
export function joinRecords(first: LedgerRecord, second: LedgerRecord): LedgerRecord {
  const [older, newer] = first.asked > second.asked ? [second, first] : [first, second];
  const copy = newer.copy ?? older.copy;
  const print =
    older.print !== undefined && (newer.print === undefined || older.print.day < newer.print.day)
      ? older.print
      : newer.print;
  return {
    ...newer,
    ...(copy === undefined ? {} : { copy }),
    ...(print === undefined ? {} : { print }),
  };
}
