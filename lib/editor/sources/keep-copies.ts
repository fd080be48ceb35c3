import { setTimeout as wait } from 'node:timers/promises';
import type { LedgerRecord } from '#lib/content/ledger/record.ts';
import type { Fetch } from '#lib/ledger/ask-page.ts';
import { findCopy, type PageCopy, saveCopy } from '#lib/ledger/copies.ts';
import type { Cited } from '#lib/ledger/due.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { LedgerFolder } from './ledger-folder.ts';

/** A service that fails so often one after the other is left for today. */
const PATIENCE = 3;

export type Copying = {
  fetch: Fetch;
  ledger: LedgerFolder;
  today: IsoDate;
  /** The pause between two requests to the service, in ms. */
  pause: number;
  limit: number;
  print: (line: string) => void;
  signal: AbortSignal;
};

/** Has an archive keep a copy of each report that stands and has none. @returns how many copies there are now */
export function archiveReports(cited: readonly Cited[], service: string, copying: Copying) {
  const wanted = cited.filter(({ url }) => isToArchive(copying.ledger.records.get(url)));
  return copyEach(wanted, copying, ({ url }) =>
    saveCopy(copying.fetch, service, url, copying.today, copying.signal),
  );
}

/** Looks for a copy of each report that is gone or does not tell, the closest to the day of its issue. */
export function findCopies(cited: readonly Cited[], api: string, copying: Copying) {
  const wanted = cited.filter(({ url }) => isToFind(copying.ledger.records.get(url)));
  return copyEach(wanted, copying, ({ url, by }) =>
    findCopy(copying.fetch, api, url, by[0]?.date ?? copying.today, copying.signal),
  );
}

export function isToArchive(record: LedgerRecord | undefined): boolean {
  if (record === undefined || record.copy !== undefined || record.silent !== undefined)
    return false;
  return record.doubt === undefined && record.state !== 'gone' && record.state !== 'untold';
}

export function isToFind(record: LedgerRecord | undefined): boolean {
  if (record === undefined || record.copy !== undefined) return false;
  return record.state === 'gone' || record.doubt !== undefined || record.silent !== undefined;
}

async function copyEach(
  wanted: readonly Cited[],
  { ledger, today, pause, limit, print, signal }: Copying,
  ask: (cited: Cited) => Promise<PageCopy | 'none' | { fault: string }>,
): Promise<number> {
  let copies = 0;
  let failures = 0;
  for (const cited of wanted.slice(0, limit)) {
    if (signal.aborted || failures === PATIENCE) break;
    const answer = await ask(cited);
    if (answer === 'none') print(`no copy  ${cited.url}`);
    else if ('fault' in answer) {
      failures += 1;
      print(`no answer about a copy (${answer.fault})  ${cited.url}`);
    } else {
      failures = 0;
      copies += 1;
      const record = ledger.records.get(cited.url);
      if (record === undefined) throw new Error(`${cited.url} has no record`);
      await ledger.put({ ...record, copy: answer }, cited.by[0]?.date ?? today);
      print(`copy of ${answer.day}: ${answer.url}  ${cited.url}`);
    }
    await wait(pause, undefined, { signal });
  }
  return copies;
}
