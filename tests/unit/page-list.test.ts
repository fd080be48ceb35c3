import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { GOOD_QUALITY } from '#lib/publish/compress.ts';
import { isInHaste, type Page, stampOf } from '#lib/publish/page-list.ts';
import { IN_HASTE } from '#lib/publish/release.ts';
import { listed, smallArchive } from '#tests/support/printing.ts';

const root = join(import.meta.dirname, '../..');
const stampIn = (archive: Archive) => (pages: readonly Page[]) =>
  stampOf({ root, indexNowKey: undefined }, archive, pages);
const keysOf = (pages: readonly Page[]) => new Set(pages.map(({ fingerprint }) => fingerprint));

test('in haste, what takes long to compress is compressed less well, and is another for it', async () => {
  const archive = await smallArchive();
  const stamp = stampIn(archive);
  const well = await listed(archive);
  const hasty = await listed(archive, new Set());
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
  const archive = await smallArchive();
  const stamp = stampIn(archive);
  const well = await listed(archive);
  const again = await listed(archive, keysOf(well));
  expect(again).toHaveLength(well.length);
  expect(keysOf(again)).toEqual(keysOf(well));
  expect(stamp(again)).toBe(stamp(well));
});
