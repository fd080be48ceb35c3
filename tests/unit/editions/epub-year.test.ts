import { beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { paths } from '#lib/site/paths.ts';
import { archiveWith, bytesAt } from '#tests/support/books.ts';
import { sampleIssue } from '#tests/support/content-folder.ts';
import { elementsIn, expectedItems, itemsIn, OpenedBook } from '#tests/support/epub.ts';
import { hostileIssue } from '#tests/support/hostile-issue.ts';
import { readShipped } from '#tests/support/shipped.ts';

let shipped: Archive;
beforeAll(async () => {
  shipped = await readShipped();
});

const open = async (archive: Archive, path: string) => new OpenedBook(await bytesAt(archive, path));

describe('the volume of a year', () => {
  test('holds all issues of the year, by date', async () => {
    const book = await open(shipped, paths.volume('2025'));
    expect(itemsIn(book)).toMatchObject(expectedItems(shipped));
    const [nav] = book.elements('book/contents.xhtml', 'nav');
    const [list] = nav ? elementsIn(nav, 'ol') : [];
    const top = [...(list?.childNodes ?? [])].map((li) => li.firstChild?.textContent);
    expect(top).toHaveLength(shipped.issues.length + 1);
    expect(top[0]).toBe('2025年3月31日 第1期');
    expect(top.at(-1)).toBe('出版说明');
  });

  test('exists for every year with issues, and holds the issues of that year', async () => {
    const archive = await archiveWith({
      '2024-12-30.md': sampleIssue(1),
      '2025-01-06.md': sampleIssue(2),
    });
    for (const [year, title] of [
      ['2024', '第1期消息之0'],
      ['2025', '第2期消息之0'],
    ] as const) {
      const [first, ...others] = itemsIn(await open(archive, paths.volume(year)));
      expect(first?.title).toBe(title);
      expect(others).toHaveLength(1);
    }
    await expect(bytesAt(archive, paths.volume('2023'))).rejects.toThrow('is no file');
  });

  test('links from one issue to another within the book', async () => {
    const archive = await archiveWith({
      '2025-03-24.md': sampleIssue(1),
      '2025-03-31.md': hostileIssue,
    });
    const book = await open(archive, paths.volume('2025'));
    const addresses = book
      .elements('book/2025-03-31-industry.xhtml', 'a')
      .map((e) => e.getAttribute('href'));
    expect(addresses).toContain('2025-03-24.xhtml');
  });
});
