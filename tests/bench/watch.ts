import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { paths } from '#lib/site/paths.ts';
import { NEWEST, writeGeneratedContent } from '#tests/support/generated-issues.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';
import { freePort } from '#tests/support/web-servers.ts';
import { editNewestIssue, plainNext, retitleNewestIssue } from './builds/sites.ts';
import { timesOf } from './measure.ts';
import { type Report, timeCells, timeColumns } from './report.ts';

const root = join(import.meta.dirname, '../..');
const ISSUES = 520;
const RUNS = 5;
/** Edits to warm the process up before the measurement. */
const WARM_UP = 2;

/** The kinds of edits: a new title changes every list that has the item, a new text its feeds and editions only. */
const EDITS: Record<string, (content: string, mark: string) => void> = {
  'a title': retitleNewestIssue,
  'a sentence': editNewestIssue,
};

type Watched = { content: string; out: string; origin: string; stop: () => Promise<void> };

/**
 * The time from saving one of many issues to the whole new site in place, the longest wait of a request meanwhile,
 * and the time of a rebuild of the plain export.
 */
export async function benchWatch(report: Report): Promise<void> {
  const { folder, remove } = makeTemporaryFolder();
  const content = join(folder, 'content');
  await writeGeneratedContent(content, ISSUES);
  const project = join(folder, 'plain');
  await plainNext.prepare(project);
  await plainNext.build(project, content);
  const watched = await watch(content, folder);
  const rows: string[][] = [];
  const longest: number[] = [];
  const ratios: number[] = [];
  let edits = 0;
  for (const [name, edit] of Object.entries(EDITS)) {
    const times: number[] = [];
    const exports: number[] = [];
    for (let run = 1; run <= WARM_UP + RUNS; run += 1) {
      edits += 1;
      const { seconds, wait: longestWait } = await timeEdit(watched, edit, `第${edits}稿`);
      if (run <= WARM_UP) continue;
      times.push(seconds);
      longest.push(longestWait);
      const plain = await plainNext.build(project, content);
      exports.push(plain.seconds);
      ratios.push(plain.seconds / seconds);
    }
    rows.push(
      [`${name}: the whole site in place, \`npm start -- --watch\``, ...timeCells(times)],
      [`${name}: the plain export built again`, ...timeCells(exports)],
    );
  }
  await watched.stop();
  remove();
  report.heading(
    `An edit of one of ${ISSUES} issues, from the save to the whole new site in place`,
  );
  report.table(['', ...timeColumns('s')], rows);
  report.say(
    `${timesOf(ratios).middle.toFixed(1)} times as fast as the plain export's rebuild. A request waited ${Math.max(...longest).toFixed(0)} ms at the most while the site was printed.`,
  );
}

/** Edits the newest issue. @returns the time until the new site is served, in s, and of a request meanwhile, in ms */
async function timeEdit(
  { content, out, origin }: Watched,
  edit: (content: string, mark: string) => void,
  mark: string,
): Promise<{ seconds: number; wait: number }> {
  const before = realpathSync(out);
  let longest = 0;
  const from = performance.now();
  edit(content, mark);
  for (let tries = 0; tries < 12_000; tries += 1) {
    const asked = performance.now();
    const page = await pageAt(origin + paths.issue(NEWEST));
    longest = Math.max(longest, performance.now() - asked);
    if (realpathSync(out) !== before && page.includes(mark))
      return { seconds: (performance.now() - from) / 1000, wait: longest };
    await wait(5);
  }
  throw new Error(`${origin} never showed the edit`);
}

async function pageAt(address: string): Promise<string> {
  const response = await fetch(address);
  if (response.ok) return response.text();
  throw new Error(`${address} answered ${response.status}`);
}

/** Has a content folder printed into `folder/out`, served on loopback and watched. */
async function watch(content: string, folder: string): Promise<Watched> {
  const port = await freePort();
  const out = join(folder, 'out');
  const args = ['lib/setup/run.cjs', 'lib/publish/cli.ts', 'start', '--watch'];
  const places = { CONTENT_DIR: content, OUT_DIR: out, BUILD_CACHE: join(folder, 'cache') };
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...places, PORT: String(port), SITE_ORIGIN: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    await closed;
  };
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  for (let tries = 0; tries < 9000 && child.exitCode === null; tries += 1) {
    if (said.includes('Serving ') && said.includes('Watching '))
      return { content, out, origin: `http://127.0.0.1:${port}`, stop };
    await wait(100);
  }
  if (child.exitCode === null) await stop();
  throw new Error(`nothing is watched:\n${said}`);
}
