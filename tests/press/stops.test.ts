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
import { describe, expect, test } from 'vitest';
import { build, run } from '#tests/support/build.ts';
import {
  contentFolderWith,
  sampleIssue as issue,
  temporaryFolder,
} from '#tests/support/content-folder.ts';

describe('what stops a build', () => {
  test('is a broken issue: the lines of check are said and the site before stays', async () => {
    const content = contentFolderWith({ '2025-03-31.md': issue(1, 1) });
    const out = join(temporaryFolder(), 'out');
    await build(content, out);
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
    const out = join(temporaryFolder(), 'out');
    await build(content, out);
    const environment = { PREVIOUS_SITEMAP: join(out, 'sitemap.xml') };
    rmSync(join(content, 'issues/2025-03-24.md'));
    const before = readlinkSync(out);
    const { code, stderr } = await build(content, out, environment);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /error Unexpected end of \/issues\/2025-03-24, public in .*sitemap\.xml, expected a page or a line .* permalink-removed$/m,
    );
    expect(readlinkSync(out)).toBe(before);
    writeFileSync(join(content, 'redirects.yml'), '/issues/2025-03-24: /issues/2025-03-31\n');
    expect(await build(content, out, environment)).toMatchObject({ code: 0, stderr: '' });
    expect(readlinkSync(out)).not.toBe(before);
  });

  test('is a content folder that is none', async () => {
    const { code, stderr } = await build('/nowhere', join(temporaryFolder(), 'out'));
    expect(code).toBe(2);
    expect(stderr.trim()).toMatch(
      /^The content folder \/nowhere cannot be read .*CONTENT_DIR names another\.$/,
    );
  });

  test('is an output folder that someone else made', async () => {
    const out = join(temporaryFolder(), 'out');
    mkdirSync(out);
    writeFileSync(join(out, 'mine.txt'), '');
    const { code, stderr } = await build(contentFolderWith({ '2025-03-31.md': issue(1, 1) }), out);
    expect(code).toBe(2);
    expect(stderr.trim()).toBe(
      `${out} is a folder that no build of this site made: move it away, or name another with OUT_DIR.`,
    );
    expect(existsSync(join(out, 'mine.txt'))).toBe(true);
  });
});

/** Waits until a build has begun to write its release. */
function untilPrinting(out: string): Promise<void> {
  const shelf = join(out, '../.out');
  return until(
    () => existsSync(shelf) && readdirSync(shelf).some((name) => name.endsWith('.part')),
  );
}

async function until(holds: () => boolean): Promise<void> {
  for (let round = 0; round < 400; round += 1) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the build did not come so far in ten seconds');
}

test('a page that is not answered as it should be stops the build with its address', async () => {
  const content = contentFolderWith({ '2025-03-31.md': issue(1, 1), '2025-04-07.md': issue(2, 1) });
  const out = join(temporaryFolder(), 'out');
  const cache = temporaryFolder();
  const building = build(content, out, { BUILD_CACHE: cache });
  await untilPrinting(out);
  // What the servers are to render from is gone before they are up.
  await until(() => readdirSync(cache).some((name) => name.startsWith('archive-')));
  for (const name of readdirSync(cache).filter((each) => each.startsWith('archive-')))
    rmSync(join(cache, name));
  const { code, stderr } = await building;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^\/\S* answered 500 instead of 200; the server said:\n.*Next\.js/);
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(join(out, '../.out'))).toEqual([]);
});

test('content that is removed while it is printed is printed as it was', async () => {
  const content = contentFolderWith({ '2025-03-31.md': issue(1, 1), '2025-04-07.md': issue(2, 1) });
  const out = join(temporaryFolder(), 'out');
  const building = build(content, out, { BUILD_CACHE: temporaryFolder() });
  await untilPrinting(out);
  rmSync(join(content, 'issues'), { recursive: true });
  const { code, stderr } = await building;
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(readFileSync(join(out, 'issues/2025-03-31.html'), 'utf8')).toContain('第1期消息之0');
});

test('a build that is told to end leaves nothing behind', async () => {
  const content = contentFolderWith({ '2025-03-31.md': issue(1, 1) });
  const out = join(temporaryFolder(), 'out');
  const child = spawn(process.execPath, ['lib/setup/run.cjs', 'lib/publish/cli.ts', 'build'], {
    cwd: join(import.meta.dirname, '../..'),
    // With nothing kept of it the build takes a while.
    env: { ...process.env, CONTENT_DIR: content, OUT_DIR: out, BUILD_CACHE: temporaryFolder() },
    stdio: 'ignore',
  });
  const closed = once(child, 'close');
  await untilPrinting(out);
  child.kill('SIGTERM');
  const [code] = await closed;
  expect(code).toBe(143);
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(join(out, '../.out'))).toEqual([]);
});

test('an unfinished release of a process that is gone is swept away', async () => {
  const content = contentFolderWith({ '2025-03-31.md': issue(1, 1) });
  const out = join(temporaryFolder(), 'out');
  mkdirSync(join(out, '../.out/20250101T000000Z-999999999-dead.part'), { recursive: true });
  expect((await build(content, out)).code).toBe(0);
  expect(readdirSync(join(out, '../.out'))).toHaveLength(1);
});

test('a link of somebody else is left alone', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  mkdirSync(join(folder, 'theirs'));
  symlinkSync(join(folder, 'theirs'), out);
  const { code, stderr } = await build(contentFolderWith({ '2025-03-31.md': issue(1, 1) }), out);
  expect(code).toBe(2);
  expect(stderr).toContain('is a folder that no build of this site made');
  expect(readlinkSync(out)).toBe(join(folder, 'theirs'));
});
