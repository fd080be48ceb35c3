import type { AddressChange } from './changed-addresses.ts';
import type { Patience } from './post.ts';
import { countOf, type Service } from './service.ts';
import type { Settings } from './settings.ts';
import { submitUrls } from './submit-urls.ts';

/** What was done and what went wrong, a sentence each. */
export type AnnounceReport = { lines: string[]; faults: string[] };

/** What `announce` would submit to which service. */
export function planOf(
  { services, skipped }: Settings,
  changes: readonly AddressChange[],
): AnnounceReport {
  const lines = changes.map(({ kind, url }) => `${kind.padEnd('changed'.length)}  ${url}`);
  lines.push(summaryOf(changes));
  for (const service of services) {
    const { name, endpoint, most } = service;
    const { length } = urlsFor(service, changes);
    lines.push(
      `${name} (${endpoint}) would get ${countOf(length)} in ${callsOf(Math.ceil(length / most))}.`,
    );
  }
  return { lines: [...lines, ...skipped], faults: [] };
}

/** Submits the changed addresses to each service. If one service fails, the others still get the addresses. */
export async function announce(
  { services, skipped }: Settings,
  changes: readonly AddressChange[],
  patience: Patience,
): Promise<AnnounceReport> {
  const lines = [summaryOf(changes)];
  const faults: string[] = [];
  for (const service of services) {
    const urls = urlsFor(service, changes);
    if (urls.length === 0) continue;
    const { name } = service;
    const result = await submitUrls(service, urls, patience);
    const taken = [`took ${result.took} of ${countOf(urls.length)}`, ...result.notes].join(', ');
    lines.push(`${name} ${taken} (${callsOf(result.calls)}).`);
    faults.push(...result.faults.map((fault) => `${name}: ${fault}.`));
    if (result.left > 0) faults.push(`${name} did not get ${countOf(result.left)}.`);
  }
  return { lines: [...lines, ...skipped], faults };
}

function urlsFor({ takesRemoved }: Service, changes: readonly AddressChange[]): string[] {
  return changes.filter(({ kind }) => takesRemoved || kind !== 'removed').map(({ url }) => url);
}

function summaryOf(changes: readonly AddressChange[]): string {
  if (changes.length === 0) return 'Nothing has changed.';
  const count = (wanted: AddressChange['kind']) =>
    changes.filter(({ kind }) => kind === wanted).length;
  return `${countOf(changes.length)}: ${count('new')} new, ${count('changed')} changed, ${count('removed')} removed.`;
}

function callsOf(count: number): string {
  return count === 1 ? '1 call' : `${count} calls`;
}
