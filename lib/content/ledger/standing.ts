import type { IsoDate } from '#lib/site/dates.ts';
import type { Ledger } from './read-ledger.ts';
import type { LedgerRecord } from './record.ts';

/** What pages say of a cited report. */
export type Standing = {
  /** Whether its last known state is that it is there, under the cited address or a new one. */
  stands: boolean;
  /** The day since which it is gone. */
  goneSince?: IsoDate;
  /** The address that it has now. */
  movedTo?: string;
  /** A copy in an archive, and its day. */
  copy?: { url: string; day: IsoDate };
};

/** The reports of which the ledger can say something, by their cited addresses. */
export type Standings = ReadonlyMap<string, Standing>;

/** What pages say of the reports in a ledger. Those that never told anything and have no copy are left out. */
export function standingsOf(ledger: Ledger): Standings {
  const standings = new Map<string, Standing>();
  for (const [url, record] of ledger)
    if (record.state !== 'untold' || record.copy !== undefined)
      standings.set(url, standingOf(record));
  return standings;
}

function standingOf({ state, since, to, copy }: LedgerRecord): Standing {
  return {
    stands: state === 'stands' || state === 'moved' || state === 'changed',
    ...(state === 'gone' ? { goneSince: since } : {}),
    ...(state === 'gone' || to === undefined ? {} : { movedTo: to }),
    ...(copy === undefined ? {} : { copy }),
  };
}
