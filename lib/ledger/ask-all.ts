import type { LedgerRecord } from '#lib/content/ledger/record.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { PageAsker } from './ask-page.ts';
import { askByHost } from './by-host.ts';
import type { Cited } from './due.ts';
import { type News, stepRecord } from './step.ts';

/** What an address told. */
export type Finding = { cited: Cited; news: News };

export type AskAll = {
  asker: PageAsker;
  today: IsoDate;
  /** How many hosts are asked at the same time. */
  hosts: number;
  recordOf: (url: string) => LedgerRecord | undefined;
  /** Takes each record when it is there. The next address of the host waits for it. */
  keep: (record: LedgerRecord, cited: Cited) => Promise<void>;
  /** Is told what is new. */
  tell: (finding: Finding) => void;
  signal: AbortSignal;
};

/**
 * Asks addresses and steps their records.
 * @returns how many were not asked: their host put us off, or `signal` has stopped the work
 */
export async function askAll(list: readonly Cited[], options: AskAll): Promise<number> {
  const { asker, today, hosts, recordOf, keep, tell, signal } = options;
  let stopped = 0;
  const skipped = await askByHost(list, {
    hosts,
    signal,
    async ask(cited) {
      try {
        const before = recordOf(cited.url);
        const { answer, course } = await asker.ask(cited.url, before, signal);
        const { record, news } = stepRecord(before, cited.url, answer, today);
        await keep(record, cited);
        for (const each of news) tell({ cited, news: each });
        return course;
      } catch (error) {
        if (!signal.aborted) throw error;
        stopped += 1;
        return 'leave the host';
      }
    },
  });
  return skipped + stopped;
}
