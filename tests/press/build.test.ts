import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { build } from '#tests/support/build.ts';
import {
  contentFolderWith,
  sampleIssue as issue,
  temporaryFolder,
} from '#tests/support/content-folder.ts';
import { printSite } from '#tests/support/printing.ts';
import { pagesBelow, textOfPage } from '#tests/support/site-files.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';

/** One cache for all builds that need no empty one: scripts and cards take most of a small build's time. */
const { folder: cache, remove } = makeTemporaryFolder();
afterAll(remove);

describe('a site of one issue', () => {
  test('is complete, and is not built again when nothing has changed', async () => {
    const content = contentFolderWith({ '2025-03-31.md': issue(1, 1) });
    const out = join(temporaryFolder(), 'out');
    const { code, stdout, stderr } = await build(content, out);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('1 issues, 1 items, 1 sections, 1 sources: 0 errors, 0 warnings');
    expect(stdout).toMatch(/issue +1 +\d+ bytes +\d+ in brotli +\/issues\/2025-03-31/);
    expect(pagesBelow(out)).toMatchInlineSnapshot(`
      [
        "404.html",
        "about.html",
        "accessibility.html",
        "archive.html",
        "archive/2025.html",
        "archive/2025/review.html",
        "calendar.html",
        "cases.html",
        "clipping.html",
        "entities.html",
        "feeds.html",
        "index.html",
        "issues/2025-03-31.html",
        "issues/2025-03-31/dm9cmz.html",
        "issues/2025-03-31/mail.html",
        "issues/2025-03-31/wechat.html",
        "laws.html",
        "offline.html",
        "search.html",
        "sections/briefs.html",
        "sections/focus.html",
        "sections/industry.html",
        "sections/industry/2025.html",
        "sections/overseas.html",
        "sources.html",
        "sources/光明日报.html",
        "sources/光明日报/2025.html",
        "threads.html",
        "topics.html",
        "topics/ai.html",
        "topics/ai/2025.html",
        "topics/results.html",
        "topics/results/2025.html",
        "trends.html",
        "trends/2025.html",
      ]
    `);
    expect(existsSync(join(out, 'issues/2025-03-31.html.br'))).toBe(true);
    expect(existsSync(join(out, 'issues/2025-03-31.html.gz'))).toBe(true);
    expect(existsSync(join(out, 'favicon.svg'))).toBe(true);
    for (const file of ['feed.xml', 'sources/光明日报/feed.json', 'feeds.opml', 'sitemap.xml'])
      expect(existsSync(join(out, `${file}.br`)), file).toBe(true);
    const page = readFileSync(join(out, 'issues/2025-03-31.html'), 'utf8');
    expect(page).toMatch(/^<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">/);
    expect(page).toContain(
      '<link rel="canonical" href="https://digest.example/issues/2025-03-31"/>',
    );
    expect(page).toContain(
      '<meta property="og:image" content="https://digest.example/cards/2025-03-31.png"/>',
    );
    expect(page.match(/twitter:[^"]+/g)).toEqual(['twitter:card']);
    expect(page).not.toMatch(/\/_next\/|__next/);
    expect(textOfPage(readFileSync(join(out, 'sections/overseas.html'), 'utf8'))).toContain(
      '还没有内容',
    );

    const release = readlinkSync(out);
    const again = await build(content, out);
    expect(again.stdout).toContain('Nothing has changed');
    expect(readlinkSync(out)).toBe(release);
  });

  test('takes its origin from SITE_ORIGIN, if that is one', async () => {
    const content = contentFolderWith({ '2025-03-31.md': issue(1, 1) });
    const out = join(temporaryFolder(), 'out');
    const bad = await build(content, out, { SITE_ORIGIN: 'https://a.example/path' });
    expect(bad.code).toBe(2);
    expect(bad.stderr.trim()).toBe(
      'Unexpected SITE_ORIGIN "https://a.example/path", expected a scheme and a host such as https://example.org',
    );
    vi.stubEnv('SITE_ORIGIN', 'https://other.example');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    await printSite(content, { out, cache });
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain(
      'href="https://other.example/"',
    );
  });
});

describe('a site with a key for IndexNow', () => {
  test('serves it under its own name, and is built again when it changes', async () => {
    const content = contentFolderWith({ '2025-03-31.md': issue(1, 1) });
    const out = join(temporaryFolder(), 'out');
    for (const indexNowKey of ['a1b2c3d4-e5f6', 'another-key']) {
      expect((await printSite(content, { out, cache, indexNowKey })).failure).toBeUndefined();
      expect(readdirSync(out).filter((name) => name.endsWith('.txt'))).toContain(
        `${indexNowKey}.txt`,
      );
      expect(readFileSync(join(out, `${indexNowKey}.txt`), 'utf8')).toBe(indexNowKey);
    }
    expect(existsSync(join(out, 'a1b2c3d4-e5f6.txt'))).toBe(false);
    const bad = await build(content, out, { INDEXNOW_KEY: 'short' });
    expect([bad.code, bad.stderr]).toEqual([
      2,
      'INDEXNOW_KEY is malformed: it must be 8 to 128 of a-z, A-Z, 0-9 and -, and nothing else.\n',
    ]);
  });
});

test('two builds of the same content are the same to the byte', async () => {
  const content = contentFolderWith({ '2025-03-31.md': issue(1, 2), '2025-04-07.md': issue(2, 1) });
  const pages = await Promise.all(
    [1, 2].map(async () => {
      const { out } = await printSite(content);
      const files = [...pagesBelow(out), 'sitemap.xml', 'cards/2025-04-07.png', 'cards/site.png'];
      return files.map((file) => [file, readFileSync(join(out, file), 'base64')]);
    }),
  );
  expect(pages[0]).toEqual(pages[1]);
});

test('the last three releases stay', async () => {
  const content = contentFolderWith({ '2025-03-31.md': issue(1, 1) });
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  for (const number of [1, 2, 3, 4]) {
    writeFileSync(join(content, 'issues/2025-03-31.md'), issue(number, 1));
    expect((await printSite(content, { out, cache })).failure).toBeUndefined();
  }
  expect(readdirSync(join(folder, '.out'))).toHaveLength(3);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('第4期');
});
