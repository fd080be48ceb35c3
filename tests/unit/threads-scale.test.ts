import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { writeGeneratedContent } from '#tests/support/generated-issues.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';

const ISSUES = 260;
const { folder, remove } = makeTemporaryFolder();
afterAll(remove);
let archive: Archive;
beforeAll(async () => {
  await writeGeneratedContent(folder, ISSUES);
  archive = await readArchive(folder);
}, 120_000);

/** The least of three times that it takes to find the threads of the oldest issues, in ms. */
function timeOf(count: number): number {
  const times = Array.from({ length: 3 }, () => {
    const part = { ...archive, issues: archive.issues.slice(-count) };
    const begun = performance.now();
    threadsOf(part);
    return performance.now() - begun;
  });
  return Math.min(...times);
}

test('issues put together of the same eighty items do not become one thread', () => {
  expect(archive.issues).toHaveLength(ISSUES);
  const { all, byYear } = threadsOf(archive);
  const sizes = all.map(({ items }) => items.length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
  expect(all.length).toBeGreaterThan(10);
  for (const threads of byYear.values()) expect(threads.length).toBeLessThan(300);
});

test('four times as many issues take no more than some four times as long', () => {
  timeOf(ISSUES / 4);
  expect(timeOf(ISSUES)).toBeLessThan(timeOf(ISSUES / 4) * 10 + 100);
});
