import { expect, test } from 'vitest';
import type { Entry } from '#lib/content/queries.ts';
import { readShipped } from '#tests/support/shipped.ts';
import {
  type MadeUpFile,
  measurePairs,
  namedThreads,
  readMadeUp,
  readStories,
} from '#tests/support/stories.ts';

/** Of a hundred pairs that threads show, 98 are of one story; of a hundred pairs of one story they show 80. */
function expectGood(name: string, measured: ReturnType<typeof measurePairs>): void {
  console.log(name, measured);
  expect.soft(measured.precision).toBeGreaterThanOrEqual(0.98);
  expect.soft(measured.recall).toBeGreaterThanOrEqual(0.8);
}

test('the threads of the shipped issues are the stories that a reader listed', async () => {
  const archive = await readShipped();
  const stories = readStories();
  const permalinks = archive.issues.flatMap(({ date, sections }) =>
    sections.flatMap(({ items }) => items.map(({ id }) => `/issues/${date}#${id}`)),
  );
  expect(permalinks).toEqual(expect.arrayContaining(stories.flat()));
  const found = namedThreads(archive, ({ issue, item }) => `/issues/${issue.date}#${item.id}`);
  expectGood('shipped', measurePairs(found, stories));
});

test.each<MadeUpFile>([
  'made-up.yml',
  'held-out.yml',
  'held-out-later.yml',
  'held-out-third.yml',
  'held-out-fourth.yml',
])('so are those of the shipped issues and those of %s behind them', async (file) => {
  const { archive, stories, titles } = await readMadeUp(file);
  const permalinks = new Set(readStories().flat());
  const nameOf = ({ issue, item }: Entry) => {
    const permalink = `/issues/${issue.date}#${item.id}`;
    return permalinks.has(permalink) || !titles.has(item.title) ? permalink : item.title;
  };
  const found = namedThreads(archive, nameOf);
  const all = [...readStories(), ...stories];
  expectGood(`shipped and ${file}`, measurePairs(found, all));
  expectGood(
    `pairs of ${file} alone`,
    measurePairs(found, all, (item) => titles.has(item)),
  );
});
