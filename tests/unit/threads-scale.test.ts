import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { LinkFinder } from '#lib/threads/find-links.ts';
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
    // As if they had just been read: what is known of issues is not looked for again.
    const issues = archive.issues.slice(-count).map((issue) => ({ ...issue }));
    const part = { ...archive, issues };
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

test('links are the same whether all issues are read anew or only what has changed', () => {
  const before = archive.issues.slice(-60);
  const [newest, ...older] = before;
  const [another] = archive.issues;
  if (newest === undefined || another === undefined) throw new Error('there are no issues');
  const without = (at: number) => before.filter((_, index) => index !== at);
  const changed = (at: number) =>
    before.with(at, { ...another, date: before[at]?.date ?? another.date });
  const cases = [before, older, [another, ...before], changed(0), changed(30), without(10), []];
  const finder = new LinkFinder();
  for (const issues of [...cases, before]) {
    const found = finder.find(issues.toReversed());
    expect(found).toEqual(new LinkFinder().find(issues.toReversed()));
    if (issues.length > 0) expect(found.byIssue.flatMap(({ links }) => links)).not.toEqual([]);
  }
});
