import { beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { paths } from '#lib/site/paths.ts';
import { archiveWith, bytesAt } from '#tests/support/books.ts';
import { sampleIssue } from '#tests/support/content-folder.ts';
import { bookFaults, epubcheckFaults, hasEpubcheck } from '#tests/support/epub.ts';
import { hostileIssue, hostilePictures } from '#tests/support/hostile-issue.ts';
import { readShipped } from '#tests/support/shipped.ts';

const issuePath = paths.edition('2025-03-31', 'epub');
const hostileBytes = async (path: string) =>
  bytesAt(await archiveWith({ '2025-03-31.md': hostileIssue }, hostilePictures), path);
/** The shipped issues of 2025, and a hostile one after them. */
async function yearWithHostileIssue(): Promise<Uint8Array> {
  const hostile = await archiveWith({ '2025-12-29.md': hostileIssue }, hostilePictures);
  const issues = [...hostile.issues, ...shipped.issues];
  return bytesAt(
    { ...shipped, readPublicFile: hostile.readPublicFile, issues },
    paths.volume('2025'),
  );
}
let shipped: Archive;
beforeAll(async () => {
  shipped = await readShipped();
});

describe('a book', () => {
  const books: [string, () => Promise<Uint8Array>][] = [
    ['of an issue', () => bytesAt(shipped, issuePath)],
    ['of a year with a hostile issue', yearWithHostileIssue],
    ['of a hostile issue', () => hostileBytes(issuePath)],
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
  // Each start of Java takes seconds: the chapters of an issue are those of its year.
  test('finds no fault and no warning in a year with a hostile issue', async () => {
    expect(await epubcheckFaults(await yearWithHostileIssue())).toEqual([]);
  });
});
