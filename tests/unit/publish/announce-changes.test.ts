import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readBefore } from '#lib/check/permalinks/public-before.ts';
import { readPublicArchive } from '#lib/check/read-folder.ts';
import { changesSince } from '#lib/publish/announce/changed-addresses.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { repositoryWith } from '#tests/support/repository.ts';

const origin = 'https://digest.example';
const issueFile = (folder: string, date: string) => join(folder, 'issues', `${date}.md`);

/** What is told of a folder since a revision of it, by the paths as people read them. */
async function sinceRevision(folder: string): Promise<Record<string, string[]>> {
  const before = await readBefore('HEAD', folder);
  return byKind(changesSince(before, await readPublicArchive(folder), 'HEAD').changes);
}

function byKind(changes: readonly { url: string; kind: string }[]): Record<string, string[]> {
  const kinds: Record<string, string[]> = {};
  for (const { url, kind } of changes) {
    expect(url.startsWith(origin)).toBe(true);
    kinds[kind] = [...(kinds[kind] ?? []), decodeURI(url.slice(origin.length))];
  }
  return kinds;
}

describe('since a git revision', () => {
  test('that is the same, nothing has changed', async () => {
    expect(await sinceRevision(repositoryWith({ '2025-03-31.md': sampleIssue(1) }))).toEqual({});
  });

  test('a new issue is announced with every page that shows it, and no tool or notice', async () => {
    const folder = repositoryWith({ '2024-12-30.md': sampleIssue(1) });
    writeFileSync(issueFile(folder, '2025-01-06'), sampleIssue(2, 1));
    const { changed = [], ...others } = await sinceRevision(folder);
    expect(others).toEqual({
      new: [
        '/issues/2025-01-06',
        '/issues/2025-01-06/qvmf31',
        // The year before is no longer what the page of each list shows.
        '/sections/industry/2024',
        '/sources/光明日报/2024',
        '/topics/ai/2024',
        '/topics/results/2024',
        '/archive/2025/review',
        '/archive/2024',
        '/trends/2024',
      ],
    });
    expect(changed).toEqual(expect.arrayContaining(['/', '/issues/2024-12-30', '/archive']));
    expect(changed).not.toContain('/about');
    expect(
      [...changed, ...(others.new ?? [])].filter((path) => /404|offline|clip/.test(path)),
    ).toEqual([]);
  });

  test('a correction is announced with the pages that show it, and with no others', async () => {
    const folder = repositoryWith({
      '2025-03-24.md': sampleIssue(1),
      '2025-03-31.md': sampleIssue(2),
    });
    const text = sampleIssue(1).replace('来源：', '> 更正（2025-04-02）：原文有误。\n\n来源：');
    writeFileSync(issueFile(folder, '2025-03-24'), text);
    const { changed, ...others } = await sinceRevision(folder);
    expect(others).toEqual({});
    expect(changed).toContain('/issues/2025-03-24');
    expect(changed).not.toContain('/issues/2025-03-31');
  });

  test('a removed issue is announced, with or without a redirect', async () => {
    const folder = repositoryWith({
      '2025-03-24.md': sampleIssue(1),
      '2025-03-31.md': sampleIssue(2),
    });
    rmSync(issueFile(folder, '2025-03-24'));
    const removed = [
      '/issues/2025-03-24',
      '/issues/2025-03-24/dm9cmz',
      '/issues/2025-03-24/nby5kh',
    ];
    expect((await sinceRevision(folder)).removed).toEqual(removed);
    writeFileSync(join(folder, 'redirects.yml'), '/issues/2025-03-24: /archive\n');
    expect((await sinceRevision(folder)).removed).toEqual(removed);
  });

  test('an issue is new whose day has come since it was committed', async () => {
    const folder = repositoryWith(
      { '2025-03-24.md': sampleIssue(1), '2025-03-31.md': sampleIssue(2) },
      '2025-03-30T23:59:00+08:00',
    );
    expect((await sinceRevision(folder)).new).toEqual([
      '/issues/2025-03-31',
      '/issues/2025-03-31/qvmf31',
      '/issues/2025-03-31/q6rtzp',
    ]);
  });
});

describe('since a sitemap', () => {
  const files = { '2025-03-24.md': sampleIssue(1), '2025-03-31.md': sampleIssue(2) };
  /** All pages of the files, with the lastmods that are given and no other. */
  async function sinceSitemap(lastmods: Record<string, string>, more: string[] = []) {
    const archive = await readPublicArchive(contentFolderWith(files));
    const all = changesSince({ pages: [{ url: `${origin}/x` }] }, archive, 'x').changes;
    const paths = all
      .filter(({ kind }) => kind === 'new')
      .map(({ url }) => url.slice(origin.length));
    const pages = [...paths, ...more].map((path) => {
      const lastmod = lastmods[decodeURI(path)] ?? lastmods['*'];
      return { url: origin + path, ...(lastmod === undefined ? {} : { lastmod }) };
    });
    const { changes, notes } = changesSince({ pages }, archive, 'sitemap.xml');
    return { changes: byKind(changes), notes };
  }

  test('of the same days, nothing has changed', async () => {
    expect(await sinceSitemap({ '*': '2025-03-31' })).toEqual({ changes: {}, notes: [] });
  });

  test('pages with a later day have changed', async () => {
    const lastmods = { '*': '2025-03-31', '/issues/2025-03-24': '2025-03-23', '/': '2025-03' };
    expect((await sinceSitemap(lastmods)).changes).toEqual({ changed: ['/issues/2025-03-24'] });
  });

  test('that is a packed file, a correction is a change', async () => {
    const folder = contentFolderWith({
      ...files,
      '2025-03-24.md': sampleIssue(1).replace('来源：', '> 更正（2025-04-02）：有误。\n\n来源：'),
    });
    const file = join(folder, 'before.xml.gz');
    const entry = (path: string) =>
      `<url><loc>${origin}${path}</loc><lastmod>2025-03-31</lastmod></url>`;
    const paths = [
      '/',
      '/issues/2025-03-24',
      '/issues/2025-03-31',
      '/archive',
      '/issues/2025-03-17',
    ];
    writeFileSync(file, gzipSync(`<urlset>${paths.map(entry).join('')}</urlset>`));
    const archive = await readPublicArchive(folder);
    const { changes } = changesSince(await readBefore(file, folder), archive, file);
    const { changed, removed } = byKind(changes);
    expect(changed).toEqual(['/', '/issues/2025-03-24', '/archive']);
    expect(removed).toEqual(['/issues/2025-03-17']);
  });

  test.each(['2025-03-31T08:00:00+08:00', '2025-04', '2026'])(
    'a day is no later than %s',
    async (lastmod) => {
      expect((await sinceSitemap({ '*': lastmod })).changes).toEqual({});
    },
  );

  test('pages that it does not list are new, however it spells the others', async () => {
    const archive = await readPublicArchive(contentFolderWith(files));
    const pages = ['/', '/sources/光明日报', '/sources/%e5%85%89%e6%98%8e%e6%97%a5%e6%8a%a5/2025'];
    const before = { pages: pages.map((path) => ({ url: origin + path, lastmod: '2025-03-31' })) };
    const { new: added = [], ...others } = byKind(changesSince(before, archive, 'x').changes);
    expect(others).toEqual({});
    expect(added).toContain('/issues/2025-03-31');
    expect(added).toContain('/about');
    expect(added.filter((path) => path === '/' || path.startsWith('/sources/'))).toEqual([]);
  });

  test('only pages are removed that stand nowhere: no file, no unlisted page, no other site', async () => {
    const archive = await readPublicArchive(contentFolderWith(files));
    const paths = ['/issues/2025-03-17', '/feed.xml', '/offline', '/search/2025.json'];
    const pages = [...paths.map((path) => origin + path), 'https://other.example/gone'];
    const before = { pages: pages.map((url) => ({ url })) };
    const { removed } = byKind(changesSince(before, archive, 'x').changes);
    expect(removed).toEqual(['/issues/2025-03-17']);
  });

  test('without dates changes nothing, and a note says so', async () => {
    const { changes, notes } = await sinceSitemap({});
    expect(changes).toEqual({});
    expect(notes).toEqual([
      expect.stringMatching(
        /^sitemap\.xml has no date for \d+ addresses, so they count as unchanged\.$/,
      ),
    ]);
  });

  test('of another site makes all pages new, and a note says so', async () => {
    const archive = await readPublicArchive(contentFolderWith(files));
    const before = { pages: [{ url: 'http://digest.example/', lastmod: '2025-03-31' }] };
    const { changes, notes } = changesSince(before, archive, 'x.xml');
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['new']));
    expect(notes).toEqual([`x.xml lists no page of ${origin}, so all pages count as new.`]);
  });
});
