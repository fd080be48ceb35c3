import { beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { paths } from '#lib/site/paths.ts';
import { archiveWith, bytesAt } from '#tests/support/books.ts';
import { PICTURE } from '#tests/support/documents.ts';
import { elementsIn, expectedItems, itemsIn, OpenedBook } from '#tests/support/epub.ts';
import { HOSTILE_TITLE, hostileIssue, hostilePictures } from '#tests/support/hostile-issue.ts';
import { readShipped } from '#tests/support/shipped.ts';

const OPF = 'book/package.opf';
let shipped: Archive;
beforeAll(async () => {
  shipped = await readShipped();
});

const issuePath = paths.edition('2025-03-31', 'epub');
const openHostile = async () =>
  open(await archiveWith({ '2025-03-31.md': hostileIssue }, hostilePictures), issuePath);
const open = async (archive: Archive, path: string) => new OpenedBook(await bytesAt(archive, path));

const letters = (text: string | null | undefined) => text?.replace(/\s/g, '');

describe('the e-book of an issue', () => {
  test('holds every item in its section, with its sources and addresses', async () => {
    for (const issue of shipped.issues) {
      const book = await open(shipped, paths.edition(issue.date, 'epub'));
      const items = itemsIn(book);
      expect(items).toMatchObject(expectedItems({ ...shipped, issues: [issue] }));
      const texts = issue.sections.flatMap((section) => section.items.map(({ text }) => text));
      for (const [index, text] of texts.entries())
        expect(letters(items[index]?.text)).toContain(letters(text));
    }
  });

  test('begins with its type, and is dated by its issue', async () => {
    const bytes = await bytesAt(shipped, issuePath);
    const head = Buffer.from(bytes.subarray(0, 58));
    expect(head.subarray(30).toString()).toBe('mimetypeapplication/epub+zip');
    // Not compressed; 2025-03-31, noon: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.4.6.
    expect(head.readUInt16LE(8)).toBe(0);
    expect(head.readUInt16LE(10)).toBe(12 << 11);
    expect(head.readUInt16LE(12)).toBe(((2025 - 1980) << 9) | (3 << 5) | 31);
  });

  test('says its title, language, publisher and date', async () => {
    const book = await openHostile();
    const textsOf = (name: string) => book.elements(OPF, name).map((e) => e.textContent);
    const metas = (property: string) =>
      book
        .elements(OPF, 'meta')
        .filter((e) => e.getAttribute('property') === property)
        .map((e) => e.textContent);
    expect(textsOf('dc:identifier')).toEqual(['tag:digest.example,2025:2025-03-31']);
    expect(textsOf('dc:title')).toEqual([`特刊 <script>&"' ]]> 第7期`]);
    expect(textsOf('dc:language')).toEqual(['zh-CN']);
    expect(textsOf('dc:date')).toEqual(['2025-03-31']);
    expect(textsOf('dc:publisher')).toEqual(['试刊']);
    expect(textsOf('dc:contributor')).toEqual(['张<三>&']);
    expect(textsOf('dc:rights')).toEqual(['转载请注明来源。']);
    // The day of the correction, at 08:00 in Shanghai.
    expect(metas('dcterms:modified')).toEqual(['2025-04-02T00:00:00Z']);
    expect(metas('schema:accessMode')).toEqual(['textual', 'visual']);
    expect(metas('schema:accessibilityFeature')).toContain('alternativeText');
    expect(metas('schema:accessibilityHazard')).toEqual(['none']);
  });

  test('has a table of contents with every section and item, in EPUB 3 and EPUB 2 form', async () => {
    const book = await openHostile();
    const [nav] = book.elements('book/contents.xhtml', 'nav');
    const links = nav ? elementsIn(nav, 'a') : [];
    expect(links.map((a) => [a.getAttribute('href'), a.textContent])).toEqual([
      ['2025-03-31-industry.xhtml', '产业要闻'],
      ['2025-03-31-industry.xhtml#k', HOSTILE_TITLE],
      [expect.stringMatching(/^2025-03-31-industry\.xhtml#\w{6}$/), '乙事'],
      ['2025-03-31-overseas.xhtml', '海外传真'],
      ['2025-03-31-overseas.xhtml#2025年', '2025年的事'],
      ['colophon.xhtml', '出版说明'],
    ]);
    const points = book.elements('book/toc.ncx', 'content').map((e) => e.getAttribute('src'));
    expect(points).toEqual(links.map((a) => a.getAttribute('href')));
  });

  test('writes hostile text as text, without characters that XML forbids', async () => {
    const [first, second] = itemsIn(await openHostile());
    expect(first?.title).toBe(HOSTILE_TITLE);
    expect(first?.text).toContain(`正文 <b>&"' ]]> 😀 𠮷 控制字符`);
    expect(first?.text).toContain('<pre> ]]> &\n  缩进');
    expect(first?.text).toContain('更正（2025-04-02）：数字有误。');
    expect(first?.reports?.[0]).toBe('https://example.com/r?a=1&b=2');
    expect(second?.reports).toEqual([
      'https://example.com/%E6%96%87%20%E7%AB%A0?q=%22%E7%89%88%E6%9D%83%22%7C#%E6%AE%B5',
    ]);
  });

  test('embeds the pictures of the site, and links to all others', async () => {
    const book = await openHostile();
    const path = 'book/2025-03-31-industry.xhtml';
    const images = book.elements(path, 'img').map((e) => e.getAttribute('src'));
    expect(images).toEqual(['pictures/picture-1.png', 'pictures/picture-2.png']);
    expect(book.files.get('book/pictures/picture-1.png')).toEqual(new Uint8Array(PICTURE));
    expect(book.files.has('book/pictures/picture-3.png')).toBe(false);
    const addresses = book.elements(path, 'a').map((e) => e.getAttribute('href'));
    expect(addresses).toContain('https://digest.example/issues/2025-03-31/none.png');
    expect(addresses).toContain('https://example.com/c.png');
  });

  test('links within the book where the target is in it, and otherwise to the site', async () => {
    const book = await openHostile();
    const addresses = book
      .elements('book/2025-03-31-industry.xhtml', 'a')
      .map((e) => e.getAttribute('href'));
    expect(addresses).toContain('2025-03-31-industry.xhtml#k');
    expect(addresses).toContain('2025-03-31-industry.xhtml');
    expect(addresses).toContain('https://digest.example/issues/2025-03-24');
  });
});
