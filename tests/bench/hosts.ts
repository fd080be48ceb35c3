import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { paths } from '#lib/site/paths.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';
import {
  freePort,
  has,
  nginx,
  nginxSite,
  startNginx,
  type WebServer,
} from '#tests/support/web-servers.ts';
import type { Report } from './report.ts';
import { withSite } from './site.ts';
import { runWhole } from './whole-process.ts';

const root = join(import.meta.dirname, '../..');
const PORT = 4340;
const CONNECTIONS = 50;
const SECONDS = 10;
/** The hosts take turns, so that other work on the machine slows all of them alike. */
const TURNS = 3;
/** The load on a host, and how long it lasts. */
const MANY_CONNECTIONS = 200;
const LONG = 60;
const ISSUE = paths.issue('2025-03-31');

type Host = { name: string; start: () => Promise<WebServer> };

const dibao: Host = {
  name: '`npm start`',
  start: () => startNode(['lib/setup/run.cjs', 'lib/publish/cli.ts', 'start']),
};
const next: Host = {
  name: '`next start`',
  start: () =>
    startNode(
      ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1'],
      'production',
    ),
};

/** Requests a second for a compressed issue page, by host; and a long load on our host. */
export async function benchHosts(report: Report): Promise<void> {
  // What is served is built first, by either.
  await runWhole(['node_modules/next/dist/bin/next', 'build'], { cwd: root });
  await withSite(async ({ out }) => {
    const { folder, remove } = makeTemporaryFolder();
    const behindNginx: Host = {
      name: '`out/` behind nginx',
      start: async () => {
        const port = await freePort();
        return startNginx(folder, port, nginxSite(port, out));
      },
    };
    if (!has(nginx)) report.say('Skipped: `out/` behind nginx, which is not installed.');
    await compare(report, [dibao, next, ...(has(nginx) ? [behindNginx] : [])]);
    remove();
  });
  const server = await dibao.start();
  const { requests, errors, non2xx, latency } = await load(server, MANY_CONNECTIONS, LONG);
  await server.stop();
  report.say(
    `\`npm start\` with ${MANY_CONNECTIONS} connections for ${LONG} s: ${requests.total} requests, ${errors + non2xx} of them failed; 99 % were answered in ${latency.p99} ms.`,
  );
}

async function compare(report: Report, hosts: readonly Host[]): Promise<void> {
  const rates = new Map(hosts.map(({ name }) => [name, [] as number[]]));
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const { name, start } of hosts) {
      const server = await start();
      const { requests, errors, non2xx } = await load(server, CONNECTIONS, SECONDS);
      await server.stop();
      if (errors + non2xx > 0)
        throw new Error(`${name}: ${errors} requests failed, ${non2xx} were refused`);
      rates.get(name)?.push(requests.average);
    }
  }
  report.heading('Requests a second of an issue page');
  report.say(
    `${CONNECTIONS} connections for ${SECONDS} s, ${TURNS} times in turn; brotli or gzip is accepted. What asks runs on the same machine, and is itself what limits nginx.`,
  );
  const cells = Array.from(rates, ([name, unsorted]) => {
    const sorted = [...unsorted].sort((a, b) => a - b);
    return [name, ...[sorted[0], sorted[Math.floor(TURNS / 2)], sorted.at(-1)].map(whole)];
  });
  report.table(['', 'least', 'median', 'most'], cells);
  const [ours = [], theirs = []] = rates.values();
  const ratios = ours.map((rate, turn) => rate / (theirs[turn] ?? Number.NaN));
  const median = ratios.sort((a, b) => a - b)[Math.floor(TURNS / 2)];
  report.say(`\`npm start\` answers ${median?.toFixed(1)} times as many as \`next start\`.`);
}

function whole(rate: number | undefined): string {
  return (rate ?? Number.NaN).toFixed(0);
}

async function startNode(args: readonly string[], mode?: 'production'): Promise<WebServer> {
  const env = { ...process.env, PORT: String(PORT), HOST: '127.0.0.1' };
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: mode === undefined ? env : { ...env, NODE_ENV: mode },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${PORT}`;
  const stop = async () => {
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    await closed;
  };
  for (let tries = 0; tries < 600 && child.exitCode === null; tries += 1) {
    const response = await fetch(origin + ISSUE).catch(() => undefined);
    if (response?.ok) return { origin, stop };
    await wait(100);
  }
  if (child.exitCode === null) await stop();
  throw new Error(`nothing serves on port ${PORT}`);
}

function load({ origin }: WebServer, connections: number, seconds: number) {
  return autocannon({
    url: origin + ISSUE,
    connections,
    duration: seconds,
    headers: { 'accept-encoding': 'br, gzip' },
  });
}
