import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { paths } from '#lib/site/paths.ts';
import type { Report } from './report.ts';
import { withSite } from './site.ts';

const root = join(import.meta.dirname, '../..');
const PORT = 4340;
const CONNECTIONS = 50;
const SECONDS = 10;
/** In turn, so that what else the machine does falls on all hosts. */
const TURNS = 3;
const ISSUE = paths.issue('2025-03-31');

type Host = { name: string; start: () => ChildProcess };

const hosts: readonly Host[] = [
  {
    name: '`npm start`',
    start: () => startNode(['lib/setup/run.cjs', 'lib/publish/cli.ts', 'start']),
  },
  {
    name: '`next start`',
    start: () =>
      startNode(
        ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1'],
        'production',
      ),
  },
];

/** Requests a second of an issue page, compressed, by each way of serving it. */
export async function benchHosts(report: Report): Promise<void> {
  const rates = new Map(hosts.map(({ name }) => [name, [] as number[]]));
  // What is served is built first.
  await withSite(async () => undefined);
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const { name, start } of hosts) {
      const child = start();
      await isServing(child);
      rates.get(name)?.push(await load());
      child.kill('SIGTERM');
      await once(child, 'close');
    }
  }
  report.heading('Requests a second of an issue page');
  report.say(
    `${CONNECTIONS} connections for ${SECONDS} s, ${TURNS} times in turn; brotli or gzip is accepted. What asks runs on the same machine.`,
  );
  const cells = Array.from(rates, ([name, unsorted]) => {
    const sorted = [...unsorted].sort((a, b) => a - b);
    return [name, ...[sorted[0], sorted[Math.floor(TURNS / 2)], sorted.at(-1)].map(whole)];
  });
  report.table(['', 'least', 'median', 'most'], cells);
  const [ours = [], next = []] = rates.values();
  const ratios = ours.map((rate, turn) => rate / (next[turn] ?? Number.NaN)).sort((a, b) => a - b);
  report.say(`Median of the ratios: ${ratios[Math.floor(TURNS / 2)]?.toFixed(1)}.`);
}

function whole(rate: number | undefined): string {
  return (rate ?? Number.NaN).toFixed(0);
}

function startNode(args: readonly string[], mode?: 'production'): ChildProcess {
  const env = { ...process.env, PORT: String(PORT), HOST: '127.0.0.1' };
  return spawn(process.execPath, args, {
    cwd: root,
    env: mode === undefined ? env : { ...env, NODE_ENV: mode },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function isServing(child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries += 1) {
    const response = await fetch(`http://127.0.0.1:${PORT}${ISSUE}`).catch(() => undefined);
    if (response?.ok) return;
    await wait(100);
  }
  throw new Error(`nothing serves on port ${PORT}`);
}

async function load(): Promise<number> {
  const result = await autocannon({
    url: `http://127.0.0.1:${PORT}${ISSUE}`,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { 'accept-encoding': 'br, gzip' },
  });
  if (result.errors > 0 || result.non2xx > 0)
    throw new Error(`${result.errors} requests failed, ${result.non2xx} were refused`);
  return result.requests.average;
}
