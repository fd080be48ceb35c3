import type { Change } from './changed-addresses.ts';
import type { Patience } from './post.ts';
import { countOf, type Service } from './service.ts';
import type { Settings } from './settings.ts';
import { tell } from './tell.ts';

/** What is said of what was done, and of what went wrong: a sentence each. */
export type Report = { lines: string[]; faults: string[] };

/** What would be told, and to whom. */
export function plan({ services, skipped }: Settings, changes: readonly Change[]): Report {
  const lines = changes.map(({ kind, url }) => `${kind.padEnd('changed'.length)}  ${url}`);
  lines.push(summaryOf(changes));
  for (const service of services) {
    const { name, endpoint, most } = service;
    const { length } = urlsFor(service, changes);
    lines.push(
      `${name} (${endpoint}) would be told of ${countOf(length)} in ${callsOf(Math.ceil(length / most))}.`,
    );
  }
  return { lines: [...lines, ...skipped], faults: [] };
}

/** Tells each service that is set of what changed; one that fails keeps none of the others from it. */
export async function announce(
  { services, skipped }: Settings,
  changes: readonly Change[],
  patience: Patience,
): Promise<Report> {
  const lines = [summaryOf(changes)];
  const faults: string[] = [];
  for (const service of services) {
    const urls = urlsFor(service, changes);
    if (urls.length === 0) continue;
    const { name } = service;
    const outcome = await tell(service, urls, patience);
    const said = [`took ${outcome.took} of ${countOf(urls.length)}`, ...outcome.notes].join(', ');
    lines.push(`${name} ${said} (${callsOf(outcome.calls)}).`);
    faults.push(...outcome.faults.map((fault) => `${name}: ${fault}.`));
    if (outcome.left > 0) faults.push(`${name} was not told of ${countOf(outcome.left)}.`);
  }
  return { lines: [...lines, ...skipped], faults };
}

function urlsFor({ takesRemoved }: Service, changes: readonly Change[]): string[] {
  return changes.filter(({ kind }) => takesRemoved || kind !== 'removed').map(({ url }) => url);
}

function summaryOf(changes: readonly Change[]): string {
  if (changes.length === 0) return 'Nothing has changed.';
  const count = (wanted: Change['kind']) => changes.filter(({ kind }) => kind === wanted).length;
  return `${countOf(changes.length)}: ${count('new')} new, ${count('changed')} changed, ${count('removed')} removed.`;
}

function callsOf(count: number): string {
  return count === 1 ? '1 call' : `${count} calls`;
}
