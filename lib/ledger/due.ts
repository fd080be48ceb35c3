import type { Archive } from '#lib/content/archive.ts';
import type { Ledger } from '#lib/content/ledger/read-ledger.ts';
import type { LedgerRecord } from '#lib/content/ledger/record.ts';
import { itemsOf } from '#lib/content/queries.ts';
import { daysBetween, type IsoDate } from '#lib/site/dates.ts';

/** A cited address, and the items that cite it, oldest issue first. */
export type Cited = { url: string; by: { date: IsoDate; id: string; title: string }[] };

/** Addresses are asked daily until their newest issue is so many days old, and then every so many days. */
const DAILY_FOR = 90;
const THEN_EVERY = 30;

/** Every address that the sources of issues name, with who cites it. */
export function citedIn(issues: Archive['issues']): Cited[] {
  const cited = new Map<string, Cited>();
  for (const issue of issues.toSorted((a, b) => (a.date < b.date ? -1 : 1)))
    for (const { id, title, attributions } of itemsOf(issue))
      for (const { url } of attributions) {
        if (url === undefined || !/^https?:/.test(url)) continue;
        const entry = cited.get(url) ?? { url, by: [] };
        entry.by.push({ date: issue.date, id, title });
        cited.set(url, entry);
      }
  return [...cited.values()];
}

/** The addresses to ask today: those that were never asked first, then those that were asked longest ago. */
export function dueOn(cited: readonly Cited[], ledger: Ledger, today: IsoDate): Cited[] {
  return cited
    .filter((each) => isDue(each, ledger.get(each.url), today))
    .toSorted(
      (a, b) =>
        compare(ledger.get(a.url)?.asked ?? '', ledger.get(b.url)?.asked ?? '') ||
        compare(newestOf(b), newestOf(a)) ||
        compare(a.url, b.url),
    );
}

function isDue(cited: Cited, record: LedgerRecord | undefined, today: IsoDate): boolean {
  if (record === undefined) return true;
  const days = daysBetween(record.asked, today);
  if (days <= 0) return false;
  if (record.state === 'gone') return days >= THEN_EVERY;
  // A sign that it is gone waits for another day to confirm it.
  if (record.doubt !== undefined) return true;
  return daysBetween(newestOf(cited), today) <= DAILY_FOR || days >= THEN_EVERY;
}

function newestOf({ by }: Cited): IsoDate {
  return by.at(-1)?.date ?? '0001-01-01';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
