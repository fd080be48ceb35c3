import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { Release } from '#lib/publish/release.ts';
import { build, run } from '#tests/support/build.ts';
import {
  contentFolderWith,
  sampleIssue as issue,
  temporaryFolder,
} from '#tests/support/content-folder.ts';
import { printSite } from '#tests/support/printing.ts';
import { pagesBelow } from '#tests/support/site-files.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';

/** One cache for all builds that need no empty one: scripts and cards take most of a small build's time. */
const { folder: kept, remove } = makeTemporaryFolder();
afterAll(remove);
const print = (content: string, places: { out?: string; publicBefore?: string } = {}) =>
  printSite(content, { cache: kept, ...places });

describe('what stops a build', () => {
  test('is a broken issue: the lines of check are printed and the earlier site stays', async () => {
    const content = contentFolderWith({ '2025-03-31.md': issue(1, 1) });
    const { out } = await print(content);
    const before = readlinkSync(out);
    writeFileSync(join(content, 'issues/2025-04-07.md'), '## 产业要闻\n\n【没有来源】正文。\n');
    const check = await run(['lib/editor/cli.ts', 'check'], { CONTENT_DIR: content });
    expect(check.code).toBe(1);
    expect(check.stdout).toMatch(/^3:1 error Unexpected item “没有来源”.* attribution-missing$/m);
    const { code, stderr } = await build(content, out);
    expect(code).toBe(1);
    expect(stderr.trim()).toBe(check.stdout.trim());
    expect(readlinkSync(out)).toBe(before);
    expect(readdirSync(join(out, '../.out'))).toHaveLength(1);
  });

  test('is an address that was public in the site before and is reached no more', async () => {
    const files = { '2025-03-24.md': issue(1, 1), '2025-03-31.md': issue(2, 1) };
    const content = contentFolderWith(files);
    const { out } = await print(content);
    const places = { out, publicBefore: join(out, 'sitemap.xml') };
    rmSync(join(content, 'issues/2025-03-24.md'));
    const before = readlinkSync(out);
    const { failure } = await print(content, places);
    expect(failure?.exitCode).toBe(1);
    expect(failure?.message).toMatch(
      /error Unexpected end of \/issues\/2025-03-24, public in .*sitemap\.xml, expected a page or a line .* permalink-removed$/m,
    );
    expect(readlinkSync(out)).toBe(before);
    const gone = [
      '/issues/2025-03-24',
      ...pagesBelow(join(out, 'issues/2025-03-24'))
        .filter((name) => !/^(mail|wechat)\./.test(name))
        .map((name) => `/issues/2025-03-24/${name.replace('.html', '')}`),
    ];
    // The issue, and its item.
    expect(gone).toHaveLength(2);
    const redirects = gone.map((path) => `${path}: /issues/2025-03-31\n`);
    writeFileSync(join(content, 'redirects.yml'), redirects.join(''));
    expect((await print(content, places)).failure).toBeUndefined();
    expect(readlinkSync(out)).not.toBe(before);
  });

  test('is a content folder that does not exist', async () => {
    const { failure } = await print('/nowhere');
    expect(failure?.exitCode).toBe(2);
    expect(failure?.message).toMatch(
      /^The content folder \/nowhere cannot be read .*CONTENT_DIR names another\.$/,
    );
  });

  test('is an output folder that someone else made', async () => {
    const out = join(temporaryFolder(), 'out');
    mkdirSync(out);
    writeFileSync(join(out, 'mine.txt'), '');
    const { failure } = await print(contentFolderWith({ '2025-03-31.md': issue(1, 1) }), {
      out,
    });
    expect(failure?.exitCode).toBe(2);
    expect(failure?.message).toBe(
      `${out} was not made by a build of this site: move it away, or name another folder with OUT_DIR.`,
    );
    expect(existsSync(join(out, 'mine.txt'))).toBe(true);
  });
});

/** Waits until a build has made some of the pages. */
async function untilPrinting(cache: string): Promise<void> {
  const pages = join(cache, 'pages');
  await vi.waitFor(() => expect(readdirSync(pages).length).toBeGreaterThan(20), {
    timeout: 30_000,
    interval: 5,
  });
}

/** What lies where a site's releases do. */
const releasesOf = (out: string) => {
  const folder = Release.releasesFolder(out);
  return existsSync(folder) ? readdirSync(folder) : [];
};

test('content that is removed while it is printed is printed as it was', async () => {
  const content = contentFolderWith({ '2025-03-31.md': issue(1, 1), '2025-04-07.md': issue(2, 1) });
  const out = join(temporaryFolder(), 'out');
  const cache = temporaryFolder();
  const building = build(content, out, { BUILD_CACHE: cache });
  await untilPrinting(cache);
  expect(releasesOf(out)).toEqual([]);
  rmSync(join(content, 'issues'), { recursive: true });
  expect(await building).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(join(out, 'issues/2025-03-31.html'), 'utf8')).toContain('第1期消息之0');
});

test('a build that gets a signal leaves nothing behind', async () => {
  const content = contentFolderWith({ '2025-03-31.md': issue(1, 1) });
  const out = join(temporaryFolder(), 'out');
  const cache = temporaryFolder();
  const child = spawn(process.execPath, ['lib/setup/run.cjs', 'lib/publish/cli.ts', 'build'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, CONTENT_DIR: content, OUT_DIR: out, BUILD_CACHE: cache },
    stdio: 'ignore',
  });
  const closed = once(child, 'close');
  await untilPrinting(cache);
  child.kill('SIGTERM');
  const [code, signal] = await closed;
  expect(signal ?? code).not.toBe(0);
  expect(existsSync(out)).toBe(false);
  expect(releasesOf(out)).toEqual([]);
});

test('an unfinished release of a process that is gone is swept away', async () => {
  const content = contentFolderWith({ '2025-03-31.md': issue(1, 1) });
  const out = join(temporaryFolder(), 'out');
  mkdirSync(join(out, '../.out/20250101T000000Z-999999999-dead.part'), { recursive: true });
  expect((await print(content, { out })).failure).toBeUndefined();
  expect(readdirSync(join(out, '../.out'))).toHaveLength(1);
});

test('a link of somebody else is left alone', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  mkdirSync(join(folder, 'theirs'));
  symlinkSync(join(folder, 'theirs'), out);
  const { failure } = await print(contentFolderWith({ '2025-03-31.md': issue(1, 1) }), { out });
  expect(failure?.exitCode).toBe(2);
  expect(failure?.message).toContain('was not made by a build of this site');
  expect(readlinkSync(out)).toBe(join(folder, 'theirs'));
});
