import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkContent } from '#lib/check/check.ts';
import { readSitemap } from '#lib/check/permalinks/sitemap.ts';
import { listen } from '#lib/system/listen.ts';
import { contentFolderWith, sampleIssue, temporaryFolder } from '#tests/support/content-folder.ts';
import { repositoryWith } from '#tests/support/repository.ts';

const prefixed = `<?xml version="1.0"?>
<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:i="http://www.google.com/schemas/sitemap-image/1.1">
  <s:url>
    <i:image><i:loc>https://digest.example/a.png</i:loc></i:image>
    <s:loc>https://digest.example/issues/2025-03-24</s:loc>
  </s:url>
</s:urlset>`;

const now = new Date('2026-01-01');
const sitemap = (...paths: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths
    .map((path) => `<url><loc>https://digest.example${path}</loc></url>`)
    .join('')}</urlset>`;

async function removedIn(folder: string, since: string): Promise<string[]> {
  const { report } = await checkContent(folder, { now, since, format: 'json' });
  const faults: unknown = JSON.parse(report);
  if (!Array.isArray(faults)) throw new Error(report);
  return faults
    .filter(({ rule }) => rule === 'permalink-removed')
    .map(({ file, line, message }) => `${file.replace(/.*dibao-\w+\//, '')}:${line} ${message}`);
}

describe('a page that was public', () => {
  test('in a sitemap and is gone is reported in redirects.yml, with the line for the redirect', async () => {
    const folder = contentFolderWith({ '2025-03-31.md': sampleIssue(1) });
    const file = join(temporaryFolder(), 'sitemap.xml');
    writeFileSync(
      file,
      sitemap('/', '/issues/2025-03-31', '/issues/2025-03-24', '/sources/%E4%BF%A1%E6%8A%A5'),
    );
    expect(await removedIn(folder, file)).toEqual([
      expect.stringMatching(
        /^redirects\.yml:1 Unexpected end of \/issues\/2025-03-24, public in .*, expected a page or a line `\/issues\/2025-03-24: …` in redirects\.yml$/,
      ),
      expect.stringContaining('Unexpected end of /sources/信报,'),
    ]);
    writeFileSync(
      join(folder, 'redirects.yml'),
      '/issues/2025-03-24: /archive\n/sources/信报: /sources\n',
    );
    expect(await removedIn(folder, file)).toEqual([]);
  });

  test('is reported beside the faults of the named file, and no other file is', async () => {
    const folder = contentFolderWith({
      '2025-03-24.md': sampleIssue(1).replace('来源：', '来自：'),
      '2025-03-31.md': sampleIssue(2),
    });
    const since = join(temporaryFolder(), 'sitemap.xml');
    writeFileSync(since, sitemap('/issues/2025-03-17'));
    const files = [join(folder, 'issues/2025-03-31.md')];
    const { report, errors } = await checkContent(folder, { now, since, files, format: 'github' });
    expect(errors).toBe(1);
    expect(report.match(/title=[\w-]+/g)).toEqual(['title=permalink-removed']);
  });

  test('in a sitemap that is fetched, an index with its parts', async () => {
    const server = createServer((request, response) => {
      const { port } = request.socket.address() as { port: number };
      const part = `<sitemap><loc><![CDATA[http://127.0.0.1:${port}/part.xml]]></loc></sitemap>`;
      if (request.url === '/index.xml') response.end(`<sitemapindex>${part}</sitemapindex>`);
      else if (request.url === '/part.xml') response.end(sitemap('/issues/2025-03-24'));
      else response.writeHead(404).end();
    });
    onTestFinished(() => void server.close());
    await listen(server, 0, '127.0.0.1');
    const { port } = server.address() as { port: number };
    const folder = contentFolderWith({ '2025-03-31.md': sampleIssue(1) });
    expect(await removedIn(folder, `http://127.0.0.1:${port}/index.xml`)).toHaveLength(1);
    await expect(removedIn(folder, `http://127.0.0.1:${port}/none`)).rejects.toThrow(
      /the server answered 404/,
    );
    await expect(removedIn(folder, 'http://127.0.0.1:1/')).rejects.toThrow(/cannot be fetched/);
  });

  test('in a git revision is reported, and its item at what took its place', async () => {
    const folder = repositoryWith({
      '2025-03-24.md': sampleIssue(1),
      '2025-03-31.md': sampleIssue(2),
    });
    expect(await removedIn(folder, 'HEAD')).toEqual([]);
    const changed = sampleIssue(2).replace('第2期消息之1', '第2期消息（之一）');
    writeFileSync(join(folder, 'issues/2025-03-31.md'), changed);
    expect(await removedIn(folder, 'HEAD')).toEqual([
      expect.stringMatching(
        /^issues\/2025-03-31\.md:13 Unexpected end of \/issues\/2025-03-31\/(\w{6}), “第2期消息之1”, public in HEAD, expected \{#\1\} behind the title “第2期消息（之一）”$/,
      ),
    ]);
    writeFileSync(
      join(folder, 'issues/2025-03-31.md'),
      changed.replace('number: 2', 'number: 2\ndraft: true'),
    );
    rmSync(join(folder, 'issues/2025-03-24.md'));
    const gone = await removedIn(folder, 'HEAD');
    expect(gone).toContainEqual(
      expect.stringMatching(/^issues\/2025-03-31\.md:1 .* \/issues\/2025-03-31,/),
    );
    expect(gone).toContainEqual(
      expect.stringMatching(/^redirects\.yml:1 .* \/issues\/2025-03-24,/),
    );
  });

  test.each(['no-such-revision', '--help', 'HEAD; true'])(
    '%s is nothing to compare with',
    async (since) => {
      const folder = repositoryWith({ '2025-03-31.md': sampleIssue(1) });
      await expect(removedIn(folder, since)).rejects.toThrow(
        /is no file, no address of a sitemap and no git/,
      );
    },
  );

  const whole = sitemap('/issues/2025-03-24');
  const url = 'https://digest.example/issues/2025-03-24';

  test.each<[string, Uint8Array]>([
    ['packed', gzipSync(whole)],
    ['with names in a namespace', Buffer.from(prefixed)],
  ])('is read in a sitemap %s', async (_, bytes) => {
    expect(await readSitemap(bytes, 'x.xml')).toEqual([{ url }]);
  });

  test('is read with the day of its last change', async () => {
    const dated = whole.replace('</loc>', '</loc><lastmod> 2025-03-25 </lastmod>');
    expect(await readSitemap(Buffer.from(dated), 'x.xml')).toEqual([
      { url, lastmod: '2025-03-25' },
    ]);
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /is no sitemap/],
    ['a page', '<html></html>', /is no sitemap/],
    ['without an origin', '<urlset><url><loc>/path</loc></url></urlset>', /which is no address/],
    ['without an address', '<urlset><url></url></urlset>', /which is no address/],
    ['of no pages', '<urlset></urlset>', /lists nothing/],
    ['cut off behind an entry', whole.replace('</urlset>', ''), /is incomplete/],
    ['cut off within an entry', whole.slice(0, -30), /is incomplete/],
    ['cut off while compressed', gzipSync(whole).subarray(0, -12), /cannot be decompressed/],
  ])('is not looked for in a sitemap that is none: %s', async (_, text, sentence) => {
    const reading = readSitemap(Buffer.from(text), 'x.xml');
    await expect(reading).rejects.toThrow(sentence);
    await expect(reading).rejects.toMatchObject({
      exitCode: 2,
      message: expect.not.stringContaining('\n'),
    });
  });
});
