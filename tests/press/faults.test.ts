import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { build } from '#tests/support/build.ts';
import {
  contentFolderWith,
  sampleIssue as issue,
  temporaryFolder,
} from '#tests/support/content-folder.ts';
import { mounted } from '#tests/support/mounts.ts';
import { printSite } from '#tests/support/printing.ts';
import { serve } from '#tests/support/served.ts';
import { siteFiles as filesOf } from '#tests/support/site-files.ts';
import { warmCache } from '#tests/support/warm-cache.ts';

const root = join(import.meta.dirname, '../..');

/** A build in a process group of its own, which can be killed whole. */
function startBuild(content: string, out: string, cache: string): ChildProcess {
  return spawn(process.execPath, ['lib/setup/run.cjs', 'lib/publish/cli.ts', 'build'], {
    cwd: root,
    env: {
      ...process.env,
      SITE_ORIGIN: '',
      CONTENT_DIR: content,
      OUT_DIR: out,
      BUILD_CACHE: cache,
    },
    stdio: 'ignore',
    detached: true,
  });
}

/** Kills a build and all that it has started, at once. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) throw new Error('the build was not started');
  process.kill(-pid, 'SIGKILL');
}

/** `BUILD_KILLS=100` kills a build at more moments. */
const KILLS = Number(process.env.BUILD_KILLS ?? 6);

test('a build that is killed at any moment leaves the site whole, and served', async () => {
  const content = contentFolderWith({ '2025-03-31.md': issue(1, 1) });
  // Each build is of another text: none finds that nothing has changed.
  const change = (number: number) =>
    writeFileSync(
      join(content, 'issues/2025-03-31.md'),
      issue(1, 1).replace('正文第0段', `正文第${number}段`),
    );
  const out = join(temporaryFolder(), 'out');
  const cache = await warmCache();
  const buildWhole = () => build(content, out, { BUILD_CACHE: cache });
  expect((await buildWhole()).code).toBe(0);
  change(2);
  const began = Date.now();
  expect((await buildWhole()).code).toBe(0);
  const length = Date.now() - began;
  const { server, port } = await serve(out);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  let site = filesOf(out);
  const names = [...site.keys()];
  for (let kill = 0; kill < KILLS; kill += 1) {
    change(kill + 3);
    const before = readlinkSync(out);
    const child = startBuild(content, out, cache);
    const closed = once(child, 'close');
    // One moment in each sixth of the length of a build, at random in it.
    const moment = setTimeout(() => killGroup(child), (length * (kill + Math.random())) / KILLS);
    await closed;
    clearTimeout(moment);
    const now = filesOf(out);
    if (readlinkSync(out) === before) expect(now).toEqual(site);
    // It was killed when all was done, or not at all.
    else expect([...now.keys()]).toEqual(names);
    site = now;
    const page = await fetch(`http://127.0.0.1:${port}/issues/2025-03-31`);
    expect([page.status, (await page.text()).includes('期消息之0')]).toEqual([200, true]);
  }
  // What the killed ones left is swept away by the next that is not, and does it no harm.
  change(99);
  expect(await buildWhole()).toMatchObject({ code: 0, stderr: '' });
  expect(readdirSync(join(out, '../.out')).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(readdirSync(cache).sort()).toEqual(['issues', 'pages']);
  const { out: fresh } = await printSite(content);
  expect(filesOf(out)).toEqual(filesOf(fresh));
}, 400_000);

test('two builds at once both end well, and one of them is served', async () => {
  const content = contentFolderWith({ '2025-03-31.md': issue(1, 1) });
  const other = contentFolderWith({ '2025-03-31.md': issue(2, 1) });
  const out = join(temporaryFolder(), 'out');
  const cache = await warmCache();
  const builds = await Promise.all(
    [content, other].map((each) => build(each, out, { BUILD_CACHE: cache })),
  );
  for (const { code, stderr } of builds) expect([code, stderr]).toEqual([0, '']);
  const alone = await Promise.all(
    [content, other].map(async (each) => {
      const { out: fresh } = await printSite(each, { cache });
      return filesOf(fresh);
    }),
  );
  expect(alone).toContainEqual(filesOf(out));
});

test('a build that began before three others keeps its release, and that of one that is not done', async () => {
  const content = contentFolderWith({ '2025-03-31.md': issue(1, 1) });
  const out = join(temporaryFolder(), 'out');
  const releases = join(out, '../.out');
  const later = ['1', '2', '3'].map((each) => `2999010${each}T000000Z-999999999-later`);
  const theirs = `20000101T000000Z-${process.pid}-theirs`;
  for (const name of [...later, theirs]) mkdirSync(join(releases, name), { recursive: true });
  expect((await build(content, out, { BUILD_CACHE: await warmCache() })).code).toBe(0);
  expect(existsSync(join(out, 'index.html'))).toBe(true);
  expect(readdirSync(releases)).toContain(theirs);
});

describe('a build ends with one sentence, and the site stays', () => {
  const content = () => contentFolderWith({ '2025-03-31.md': issue(1, 1) });
  const sentence = /^The site cannot be written (to \S+ )?\([^\n]*\): [^\n]*\.$/;

  test('when the disk is full', async ({ skip }) => {
    const folder = temporaryFolder();
    const disk = mounted(folder, ['-t', 'tmpfs', '-o', 'size=700k', 'tmpfs']);
    if (disk === undefined) return skip('this machine lets nobody mount a small disk');
    const out = join(folder, 'out');
    // A site that is there already, on a disk that has no room for another.
    mkdirSync(join(folder, '.out/20250101T000000Z-999999999-old'), { recursive: true });
    writeFileSync(join(folder, '.out/20250101T000000Z-999999999-old/index.html'), 'old');
    symlinkSync('.out/20250101T000000Z-999999999-old', out);
    const { failure } = await printSite(content(), { out });
    expect([failure?.exitCode, failure?.message]).toEqual([2, expect.stringMatching(sentence)]);
    expect(failure?.message).toContain('ENOSPC');
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
    expect(readdirSync(join(folder, '.out'))).toHaveLength(1);
  });

  test('when the disk of the cache is full', async ({ skip }) => {
    const cache = temporaryFolder();
    const disk = mounted(cache, ['-t', 'tmpfs', '-o', 'size=100k', 'tmpfs']);
    if (disk === undefined) return skip('this machine lets nobody mount a small disk');
    const out = join(temporaryFolder(), 'out');
    const { failure } = await printSite(content(), { out, cache });
    expect([failure?.exitCode, failure?.message]).toEqual([2, expect.stringMatching(sentence)]);
    expect(existsSync(out)).toBe(false);
  });

  test('when the folder may only be read', async ({ skip }) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'mine'), '');
    const bound = mounted(folder, ['--bind', '-o', 'ro', folder]);
    if (bound === undefined) return skip('this machine lets nobody mount a folder');
    const out = join(folder, 'out');
    const { failure } = await printSite(content(), { out });
    expect([failure?.exitCode, failure?.message]).toEqual([2, expect.stringMatching(sentence)]);
    expect(readdirSync(folder)).toEqual(['mine']);
  });
});
