import { describe, expect, test } from 'vitest';
import { readSitemap } from '#lib/check/permalinks/sitemap.ts';
import type { Archive } from '#lib/content/archive.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import {
  type SitemapEntry,
  type SitemapFile,
  sitemapFiles,
  splitSitemap,
  writeSitemap,
} from '#lib/syndication/sitemap.ts';
import { addressesOf, fileAt, isPage } from '#lib/views/addresses.ts';
import { isListed } from '#lib/views/pages.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { readArchive, xmlFaults } from '#tests/support/feeds.ts';
import { readShipped } from '#tests/support/shipped.ts';

const shipped = readShipped;

async function textAt(archive: Archive, path: string): Promise<string> {
  return String(await fileAt(archive, path)?.write());
}

/** What a sitemap says of each address: the day of its last change, or nothing. */
function entriesOf(text: string): Map<string, string | undefined> {
  const entries = text.matchAll(/<loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g);
  return new Map(Array.from(entries, ([, url = '', updated]) => [url, updated]));
}

describe('the sitemap', () => {
  test('is valid, and lists the pages that ask to be found and nothing else', async () => {
    const archive = await shipped();
    const text = await textAt(archive, paths.sitemap());
    expect(await xmlFaults([{ name: 'sitemap.xml', text }], 'sitemap.rng')).toEqual([]);
    const listed = addressesOf(archive)
      .filter(isPage)
      .filter(({ path, props }) => {
        const { unlisted, canonical } = props().head;
        // A page that repeats another leaves it to that one.
        return !unlisted && canonical === absoluteUrl(archive.site.origin, path);
      });
    expect([...entriesOf(text).keys()]).toEqual(listed.map(({ props }) => props().head.canonical));
    expect(listed.every(isListed)).toBe(true);
    // What `check --since` reads of it are the same pages.
    expect(
      (await readSitemap(Buffer.from(text), 'sitemap.xml')).map(({ url }) => new URL(url).pathname),
    ).toEqual(listed.map(({ path }) => path));
  });

  test('leaves out drafts, and issues of a day to come', async () => {
    const archive = await readArchive(
      contentFolderWith({
        '2025-03-31.md': sampleIssue(1),
        '2025-04-07.md': sampleIssue(2).replace('---\n', '---\ndraft: true\n'),
        '2999-01-07.md': sampleIssue(3),
      }),
    );
    const text = await textAt(archive, paths.sitemap());
    expect(text).toContain(paths.issue('2025-03-31'));
    expect(text).not.toMatch(/2025-04-07|2999/);
  });

  test('dates a page by the newest change in the issues that it shows', async () => {
    const corrected = sampleIssue(1).replace('来源：', '> 更正（2025-05-01）：改了。\n\n来源：');
    const archive = await readArchive(
      contentFolderWith({
        '2024-12-30.md': corrected,
        '2025-03-31.md': sampleIssue(2),
        '2025-04-07.md': sampleIssue(3),
      }),
    );
    const entries = entriesOf(await textAt(archive, paths.sitemap()));
    const updated = (path: string) => entries.get(absoluteUrl(archive.site.origin, path));
    expect(updated(paths.issue('2024-12-30'))).toBe('2025-05-01');
    expect(updated(paths.issue('2025-03-31'))).toBe('2025-03-31');
    expect(updated(paths.home())).toBe('2025-05-01');
    expect(updated(paths.archive())).toBe('2025-04-07');
    expect(updated(paths.archive('2024'))).toBe('2025-05-01');
    expect(updated(paths.section('industry'))).toBe('2025-04-07');
    expect(updated(paths.section('industry', '2024'))).toBe('2025-05-01');
    expect(updated(paths.source('光明日报', '2024'))).toBe('2025-05-01');
    // The newest year of a list is the list's own page.
    expect(entries.has(absoluteUrl(archive.site.origin, paths.section('industry', '2025')))).toBe(
      false,
    );
    expect(updated(paths.topic('ai', '2024'))).toBe('2025-05-01');
    for (const path of [paths.about(), paths.search(), paths.section('overseas')]) {
      expect(entries.has(absoluteUrl(archive.site.origin, path)), path).toBe(true);
      expect(updated(path), path).toBeUndefined();
    }
  });

  test('of a site without an issue is valid', async () => {
    const text = await textAt(await readArchive(contentFolderWith({})), paths.sitemap());
    expect(await xmlFaults([{ name: 'sitemap.xml', text }], 'sitemap.rng')).toEqual([]);
  });
});

describe('a sitemap of many addresses', () => {
  const origin = 'https://digest.example';
  const entries = (count: number): SitemapEntry[] =>
    Array.from({ length: count }, (_, index) => ({
      url: `${origin}/sources/${index}`,
      updated: index % 2 === 0 ? '2025-03-31' : undefined,
    }));
  const read = (file: SitemapFile | undefined) => {
    if (file === undefined) throw new Error('there is no such sitemap');
    const { entries: listed, root } = file.props();
    return writeSitemap(listed, root);
  };

  test('is one file as long as they are at most 50,000', async () => {
    const files = sitemapFiles(origin, entries(50_000));
    expect(files.map(({ path }) => path)).toEqual(['/sitemap.xml']);
    expect(entriesOf(read(files[0])).size).toBe(50_000);
  });

  test('is an index of parts when there is one more', async () => {
    const all = entries(50_001);
    const [index, ...parts] = sitemapFiles(origin, all);
    expect(parts.map(({ path }) => path)).toEqual(['/sitemap-1.xml', '/sitemap-2.xml']);
    const text = read(index);
    expect([...entriesOf(text)]).toEqual([
      [`${origin}/sitemap-1.xml`, '2025-03-31'],
      [`${origin}/sitemap-2.xml`, '2025-03-31'],
    ]);
    const texts = parts.map(read);
    const found = texts.flatMap((part) => [...entriesOf(part)]);
    expect(found).toEqual(all.map(({ url, updated }) => [url, updated]));
    const documents = [text, ...texts].map((each, at) => ({ name: `${at}.xml`, text: each }));
    expect(await xmlFaults(documents, 'sitemap.rng')).toEqual([]);
  });

  test('is split by bytes too, and loses no address', () => {
    const all = entries(100);
    const parts = splitSitemap(all, { entries: 100, bytes: 1000 });
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.flat()).toEqual(all);
    expect(parts.every((part) => part.length > 0)).toBe(true);
  });
});

test.each([
  ['an address that is relative', '<url><loc>/about</loc></url>'],
  [
    'a date that is no date',
    '<url><loc>https://a.example/</loc><lastmod>31.3.2025</lastmod></url>',
  ],
  ['no address at all', ''],
])('a sitemap with %s is not valid', async (_, body) => {
  const text = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${body}</urlset>`;
  expect(await xmlFaults([{ name: 'wrong.xml', text }], 'sitemap.rng')).not.toEqual([]);
});

test('robots.txt lets everyone in, and says where the sitemap is', async () => {
  const archive = await shipped();
  const lines = (await textAt(archive, paths.robots())).split('\n');
  expect(lines.filter(Boolean)).toEqual([
    'User-agent: *',
    'Allow: /',
    `Sitemap: ${archive.site.origin}/sitemap.xml`,
  ]);
});
