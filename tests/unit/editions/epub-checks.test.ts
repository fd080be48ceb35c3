import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { paths } from '#lib/site/paths.ts';
import { archiveWith, bytesAt } from '#tests/support/books.ts';
import { sampleIssue } from '#tests/support/content-folder.ts';
import { bookFaults, epubcheckFaults, hasEpubcheck } from '#tests/support/epub.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { hostileIssue, hostilePictures } from '#tests/support/hostile-issue.ts';

const issuePath = paths.edition('2025-03-31', 'epub');
const hostileBytes = async (path: string) =>
  bytesAt(await archiveWith({ '2025-03-31.md': hostileIssue }, hostilePictures), path);
let shipped: Archive;
beforeAll(async () => {
  shipped = await readArchive(join(import.meta.dirname, '../../../content'));
});

describe('a book', () => {
  const books: [string, () => Promise<Uint8Array>][] = [
    ['of an issue', () => bytesAt(shipped, issuePath)],
    ['of a year', () => bytesAt(shipped, paths.volume('2025'))],
    ['of a hostile issue', () => hostileBytes(issuePath)],
    ['of a year with a hostile issue', () => hostileBytes(paths.volume('2025'))],
    [
      'of an issue with nothing in it',
      async () => bytesAt(await archiveWith({ '2025-03-31.md': '刊首。\n' }), issuePath),
    ],
    [
      'of an issue before there was zip',
      async () =>
        bytesAt(
          await archiveWith({ '1979-12-31.md': sampleIssue(1) }),
          paths.edition('1979-12-31', 'epub'),
        ),
    ],
  ];

  test.each(books)('%s has no fault and no warning', async (_, bytes) => {
    expect(await bookFaults(await bytes())).toEqual([]);
  });

  test('is the same bytes each time, wherever it is made', async () => {
    const before = process.env.TZ;
    const first = await hostileBytes(issuePath);
    try {
      process.env.TZ = 'America/Los_Angeles';
      expect(Buffer.compare(await hostileBytes(issuePath), first)).toBe(0);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});

describe.skipIf(!(await hasEpubcheck()))('epubcheck (where it and Java are installed)', () => {
  test.each([
    // Each start of Java takes seconds: the chapters of an issue without a fault are those of its year.
    ['a year', () => bytesAt(shipped, paths.volume('2025'))],
    ['a hostile issue', () => hostileBytes(issuePath)],
  ])('finds no fault and no warning in %s', async (_, bytes) => {
    expect(await epubcheckFaults(await bytes())).toEqual([]);
  });
});
