import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serveNext } from '#lib/publish/next-process.ts';
import { paths } from '#lib/site/paths.ts';
import { NEWEST, writeGeneratedContent } from '#tests/support/generated-issues.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';
import { freePort } from '#tests/support/web-servers.ts';
import { editNewestIssue, retitleNewestIssue } from './builds/sites.ts';
import { type Report, timeCells, timeColumns } from './report.ts';

const root = join(import.meta.dirname, '../..');
const ISSUES = 520;
const RUNS = 5;
/** Edits after which a process has done most of what it does for the first time. */
const WARM_UP = 2;
/** How long a server has nothing to do between two edits, in ms: one that is watched prints again in the fifth second. */
const REST = 12_000;
/** How many pages are asked for at a time. */
const AT_ONCE = 6;

/** What is edited: every list that has the item changes with its title, its feeds and editions alone with its text. */
const EDITS: Record<string, (content: string, mark: string) => void> = {
  'a title': retitleNewestIssue,
  'a sentence': editNewestIssue,
};

type Server = { content: string; origin: string; stop: () => Promise<void> };

/** From saving an issue of many to seeing it on the site that is watched, and what Next alone takes to show the same. */
export async function benchWatch(report: Report): Promise<void> {
  const { folder, remove } = makeTemporaryFolder();
  const out = join(folder, 'out');
  await writeGeneratedContent(join(folder, 'watched'), ISSUES);
  cpSync(join(folder, 'watched'), join(folder, 'rendered'), { recursive: true });
  const watched = await watch(join(folder, 'watched'), out, join(folder, 'cache'));
  const next = ['start', '--hostname', '127.0.0.1', '--port', '0'];
  const content = join(folder, 'rendered');
  const rendered = { content, ...(await serveNext(root, next, { CONTENT_DIR: content })) };
  const rows: string[][] = [];
  let edits = 0;
  for (const [name, edit] of Object.entries(EDITS)) {
    const times = { watched: [] as number[], one: [] as number[], all: [] as number[] };
    let changed: string[] = [];
    for (let run = 1; run <= WARM_UP + RUNS; run += 1) {
      await wait(REST);
      edits += 1;
      const mark = `第${edits}稿`;
      const before = realpathSync(out);
      const ours = await timeEdit(watched, edit, mark);
      changed = changedPages(before, realpathSync(out));
      await wait(REST);
      const from = performance.now();
      const one = await timeEdit(rendered, edit, mark);
      await fetchAll(rendered, changed);
      if (run <= WARM_UP) continue;
      times.watched.push(ours);
      times.one.push(one);
      times.all.push((performance.now() - from) / 1000);
    }
    rows.push(
      [`${name}: the whole site, \`npm start -- --watch\``, ...timeCells(times.watched)],
      [`${name}: the issue's page, \`next start\``, ...timeCells(times.one)],
      [`${name}: all ${changed.length} pages that change, \`next start\``, ...timeCells(times.all)],
    );
  }
  await watched.stop();
  await rendered.stop();
  remove();
  report.heading(`An edit of one of ${ISSUES} issues, from the save to the page that shows it`);
  report.table(['', ...timeColumns('s')], rows);
}

/** Edits the newest issue and waits until its page shows it. @returns how long that took, in s */
async function timeEdit(
  { content, origin }: Server,
  edit: (content: string, mark: string) => void,
  mark: string,
): Promise<number> {
  const from = performance.now();
  edit(content, mark);
  for (let tries = 0; tries < 6000; tries += 1) {
    if ((await pageAt(origin + paths.issue(NEWEST))).includes(mark))
      return (performance.now() - from) / 1000;
    await wait(10);
  }
  throw new Error(`${origin} never showed the edit`);
}

/** The addresses of the pages that a release does not share with the one before. */
function changedPages(before: string, after: string): string[] {
  const inode = (folder: string, file: string) =>
    statSync(join(folder, file), { throwIfNoEntry: false })?.ino;
  return readdirSync(after, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && inode(before, file) !== inode(after, file))
    .map((file) => encodeURI(`/${file.replace(/(^|\/)index\.html$|\.html$/, '')}`));
}

async function fetchAll({ origin }: Server, addresses: readonly string[]): Promise<void> {
  const queue = addresses.values();
  const work = async () => {
    for (const address of queue) await pageAt(origin + address);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function pageAt(address: string): Promise<string> {
  const response = await fetch(address);
  if (response.ok) return response.text();
  throw new Error(`${address} answered ${response.status}`);
}

/** Has a content folder printed into `out`, served on loopback and watched. */
async function watch(content: string, out: string, cache: string): Promise<Server> {
  const port = await freePort();
  const args = ['lib/setup/run.cjs', 'lib/publish/cli.ts', 'start', '--watch'];
  const places = { CONTENT_DIR: content, OUT_DIR: out, BUILD_CACHE: cache };
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
    if (said.includes('Printing again'))
      return { content, origin: `http://127.0.0.1:${port}`, stop };
    await wait(100);
  }
  if (child.exitCode === null) await stop();
  throw new Error(`nothing is watched:\n${said}`);
}
