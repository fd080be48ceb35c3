import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Entry } from '#lib/content/queries.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { measurePairs, namedThreads, readMadeUp, readStories } from '#tests/support/stories.ts';

const content = join(import.meta.dirname, '../../../content');

test('the threads of the shipped issues are the stories that a reader listed', async () => {
  const archive = await readArchive(content);
  const stories = readStories();
  const permalinks = archive.issues.flatMap(({ date, sections }) =>
    sections.flatMap(({ items }) => items.map(({ id }) => `/issues/${date}#${id}`)),
  );
  expect(permalinks).toEqual(expect.arrayContaining(stories.flat()));
  const found = namedThreads(archive, ({ issue, item }) => `/issues/${issue.date}#${item.id}`);
  const measured = measurePairs(found, stories);
  console.log('shipped', measured);
  expect(measured.precision).toBeGreaterThanOrEqual(0.95);
  expect(measured.recall).toBeGreaterThanOrEqual(0.85);
});

test('the traps in the made-up issues that follow them make no thread', async () => {
  const { archive, stories } = await readMadeUp();
  const permalinks = new Map(
    readStories().flatMap((story) => story.map((permalink) => [permalink, permalink])),
  );
  const nameOf = ({ issue, item }: Entry) =>
    permalinks.get(`/issues/${issue.date}#${item.id}`) ?? item.title;
  const measured = measurePairs(namedThreads(archive, nameOf), [...readStories(), ...stories]);
  console.log('with the made-up ones', measured);
  expect(measured.precision).toBeGreaterThanOrEqual(0.95);
  expect(measured.recall).toBeGreaterThanOrEqual(0.85);
});
