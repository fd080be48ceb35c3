import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GOOD_QUALITY } from '#lib/publish/compress.ts';
import { codeFingerprints } from '#lib/publish/fingerprint.ts';
import { isInHaste, listPages, type Page, stampOf } from '#lib/publish/page-list.ts';
import { IN_HASTE } from '#lib/publish/release.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';

const root = join(import.meta.dirname, '../..');
const code = codeFingerprints(root);
/** Lists the pages of a small site, and tells the stamp of a list. */
async function opened() {
  const issues = { '2025-03-24.md': sampleIssue(1), '2025-03-31.md': sampleIssue(2) };
  const archive = await readArchive(contentFolderWith(issues));
  const listed = async (kept?: ReadonlySet<string>): Promise<Page[]> => {
    const pages: Page[] = [];
    for await (const page of listPages(code, archive, kept)) pages.push(page);
    return pages;
  };
  const stamp = (pages: readonly Page[]) =>
    stampOf({ root, indexNowKey: undefined }, archive, pages);
  return { listed, stamp };
}

const keysOf = (pages: readonly Page[]) => new Set(pages.map(({ fingerprint }) => fingerprint));

test('in haste, what takes long to compress is compressed less well, and is another for it', async () => {
  const { listed, stamp } = await opened();
  const well = await listed();
  const hasty = await listed(new Set());
  expect(hasty.map(({ address }) => address.path)).toEqual(well.map(({ address }) => address.path));
  for (const [place, page] of hasty.entries()) {
    expect(page.quality).toBe(GOOD_QUALITY);
    expect(page.inHaste).toBe(well[place]?.quality !== GOOD_QUALITY);
    expect(page.fingerprint === well[place]?.fingerprint).toBe(!page.inHaste);
  }
  expect(isInHaste(well)).toBe(false);
  expect(hasty.filter(({ inHaste }) => inHaste).length).toBeGreaterThan(10);
  expect(stamp(well)).not.toContain(IN_HASTE);
  expect(stamp(hasty)).toContain(IN_HASTE);
});

test('in haste, what is kept is as it should be', async () => {
  const { listed, stamp } = await opened();
  const well = await listed();
  const again = await listed(keysOf(well));
  expect(again).toHaveLength(well.length);
  expect(keysOf(again)).toEqual(keysOf(well));
  expect(stamp(again)).toBe(stamp(well));
});
