import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { build } from '#tests/support/build.ts';
import { sampleIssue as issue } from '#tests/support/content-folder.ts';
import { edit } from '#tests/support/printing.ts';
import { registryTexts } from '#tests/support/registries.ts';
import { siteFiles } from '#tests/support/site-files.ts';
import { makeTemporaryFolder, writeFilesInto } from '#tests/support/temporary-folder.ts';
import { fillCache, warmCache } from '#tests/support/warm-cache.ts';
import { freePort } from '#tests/support/web-servers.ts';

const BROKEN = '## 产业要闻\n\n【没有来源】正文。\n';
/** How long a change may take where other tests are busy, in ms: how fast it is, the bench says. */
const PATIENCE = 60_000;

let said = '';
let host: ChildProcess;
let port: number;
const { folder, remove } = makeTemporaryFolder();
const content = join(folder, 'content');
const out = join(folder, 'out');

beforeAll(async () => {
  writeFilesInto(content, {
    ...registryTexts,
    'issues/2025-03-24.md': issue(1),
    'issues/2025-03-31.md': issue(2),
  });
  // So it begins with a site that is there: what the first edit needs has to be got ready for it.
  await fillCache(join(folder, 'cache'));
  await build(content, out, { BUILD_CACHE: join(folder, 'cache') });
  port = await freePort();
  host = spawn(process.execPath, ['lib/setup/run.cjs', 'lib/publish/cli.ts', 'start', '--watch'], {
    env: {
      ...process.env,
      SITE_ORIGIN: '',
      CONTENT_DIR: content,
      OUT_DIR: out,
      BUILD_CACHE: join(folder, 'cache'),
      PORT: String(port),
    },
  });
  for (const stream of [host.stdout, host.stderr])
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  await vi.waitFor(() => expect(said).toContain('Watching '), PATIENCE * 2);
}, PATIENCE * 3);

afterAll(async () => {
  if (host.exitCode === null) {
    const closed = once(host, 'close');
    host.kill('SIGTERM');
    await closed;
  }
  remove();
});

const releases = () => readdirSync(join(folder, '.out'));
const pageAt = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
const seen = (path: string, words: string) =>
  vi.waitFor(async () => expect((await pageAt(path)).includes(words)).toBe(true), PATIENCE);

describe('a site that is watched', () => {
  test('shows what is saved, the same as a build from nothing would', async () => {
    edit(join(content, 'issues/2025-03-31.md'), '正文第0段', '正文改过的一段');
    await seen('/issues/2025-03-31', '正文改过的一段');
    edit(join(content, 'site.yml'), '试刊', '新刊');
    await seen('/sources', '新刊');
    const fresh = join(folder, 'fresh', 'out');
    await build(content, fresh, { BUILD_CACHE: await warmCache() });
    await vi.waitFor(() => expect(siteFiles(out)).toEqual(siteFiles(fresh)), PATIENCE);
  });

  test('shows an issue that is new, and one no more that is gone', async () => {
    writeFileSync(join(content, 'issues/2025-04-07.md'), issue(3));
    await seen('/', '/issues/2025-04-07');
    rmSync(join(content, 'issues/2025-04-07.md'));
    await vi.waitFor(
      async () => expect((await pageAt('/')).includes('/issues/2025-04-07')).toBe(false),
      PATIENCE,
    );
  });

  test('stays as it is while an issue is broken, reports its faults, and goes on when it is mended', async () => {
    const file = join(content, 'issues/2025-03-24.md');
    const whole = readFileSync(file, 'utf8');
    const before = readlinkSync(out);
    writeFileSync(file, BROKEN);
    await vi.waitFor(() => expect(said).toMatch(/Unexpected item “没有来源”/), PATIENCE);
    expect(readlinkSync(out)).toBe(before);
    expect((await fetch(`http://127.0.0.1:${port}/issues/2025-03-24`)).status).toBe(200);
    writeFileSync(file, whole.replace('正文第0段', '修好的一段'));
    await seen('/issues/2025-03-24', '修好的一段');
  });

  test('goes on when another folder takes the place of its content', async () => {
    cpSync(content, join(folder, 'next'), { recursive: true });
    edit(join(folder, 'next/issues/2025-03-31.md'), '正文改过的一段', '换了文件夹的一段');
    renameSync(content, join(folder, 'before'));
    renameSync(join(folder, 'next'), content);
    await seen('/issues/2025-03-31', '换了文件夹的一段');
    edit(join(content, 'issues/2025-03-31.md'), '换了文件夹的一段', '再改的一段');
    await seen('/issues/2025-03-31', '再改的一段');
  });

  test('ends at a signal, and leaves no unfinished release', async () => {
    const closed = once(host, 'close');
    host.kill('SIGTERM');
    const [code] = await closed;
    expect(code).toBe(143);
    expect(releases().filter((name) => name.endsWith('.part'))).toEqual([]);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  });
});
