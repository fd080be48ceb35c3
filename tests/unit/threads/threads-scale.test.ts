import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import type { FindingCache } from '#lib/content/finding-cache.ts';
import type { Issue } from '#lib/content/issue.ts';
import { findLinks } from '#lib/threads/find-links.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { writeGeneratedContent } from '#tests/support/generated-issues.ts';
import { growsInStep } from '#tests/support/growth.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';

/** Each of the eighty items comes ten times and more: to read what they tell takes most of the time. */
const ISSUES = 64;
const { folder, remove } = makeTemporaryFolder();
afterAll(remove);
let archive: Archive;
beforeAll(async () => {
  await writeGeneratedContent(folder, ISSUES);
  archive = await readArchive(folder);
}, 120_000);

/** Finds the threads of the oldest issues. */
function findThreads(count: number): void {
  // As if they had just been read: what is known of issues is not looked for again.
  const issues = archive.issues.slice(-count).map((issue) => ({ ...issue }));
  threadsOf({ ...archive, issues });
}

test('issues that repeat the same eighty items do not become one thread', () => {
  expect(archive.issues).toHaveLength(ISSUES);
  const { all, byYear } = threadsOf(archive);
  const sizes = all.map(({ items }) => items.length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
  expect(all.length).toBeGreaterThan(10);
  for (const threads of byYear.values()) expect(threads.length).toBeLessThan(300);
});

test('the time that it takes to find threads grows in step with the issues', () => {
  const few = () => findThreads(ISSUES / 4);
  expect(growsInStep(4, few, () => findThreads(ISSUES))).toBe(true);
});

test('links are the same whether all issues are compared or only those that the cache lacks', () => {
  const before = archive.issues.slice(-60);
  const [newest, ...older] = before;
  const [another] = archive.issues;
  if (newest === undefined || another === undefined) throw new Error('there are no issues');
  const changed = (at: number) =>
    before.with(at, { ...another, date: before[at]?.date ?? another.date });
  const cases = [before, older, [another, ...before], changed(0), changed(30), []];
  const texts = new Map<string, string>();
  const numbers = new Map<Issue, number>();
  let reads = 0;
  const findingCache: FindingCache = (what, issues) => {
    for (const issue of issues) if (!numbers.has(issue)) numbers.set(issue, numbers.size);
    const key = `${what}: ${issues.map((issue) => numbers.get(issue)).join()}`;
    const read = () => {
      const text = texts.get(key);
      if (text !== undefined) reads += 1;
      return text;
    };
    return { read, write: (text) => texts.set(key, text) };
  };
  const { factsOf } = archive;
  for (const issues of [...cases, ...cases]) {
    const found = findLinks({ issues, findingCache, factsOf });
    expect(found).toEqual(findLinks({ issues, factsOf }));
    if (issues.length > 0) expect(found.byIssue.flatMap(({ links }) => links)).not.toEqual([]);
  }
  // Of sixty issues three texts are kept; the first two are those of all versions with the same old issues.
  expect(reads).toBeGreaterThan(15);
});
