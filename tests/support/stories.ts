import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Archive } from '#lib/content/archive.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import type { Entry } from '#lib/content/queries.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { contentFolderWith } from './content-folder.ts';

const content = join(import.meta.dirname, '../../content');
const folder = join(import.meta.dirname, '../threads');
const readYaml = (name: string): unknown => parse(readFileSync(join(folder, name), 'utf8'));

/** The stories of the shipped issues, as a reader labelled them: the permalinks of the items of each. */
export function readStories(): string[][] {
  return z.array(z.array(z.string())).parse(readYaml('stories.yml'));
}

const madeUpSchema = z.array(
  z.object({
    date: z.string(),
    items: z.array(z.object({ story: z.string().optional(), title: z.string(), text: z.string() })),
  }),
);

/** An issue of items by title and text. */
export function issueOf(...items: [title: string, text: string][]): string {
  return `## 产业要闻\n\n${items.map(([title, text]) => `### ${title}\n\n${text}\n\n来源：证券日报\n`).join('\n')}`;
}

/** The archive of issues by their dates, those of the future included. */
export async function archiveOf(issues: Record<string, string>, threads = ''): Promise<Archive> {
  const files = Object.entries(issues).map(([date, text]): [string, string] => [
    `${date}.md`,
    text,
  ]);
  const reader = new ArchiveReader(
    contentFolderWith({ ...Object.fromEntries(files), 'threads.yml': threads }),
  );
  const { archive } = await reader.read({ includeUnpublished: true, compare: false });
  if (archive === undefined) throw new Error('site.yml is unusable');
  return archive;
}

/** The archive of the shipped issues and, behind them, the made-up ones; the stories of these by their titles. */
export async function readMadeUp(): Promise<{ archive: Archive; stories: string[][] }> {
  const issues = madeUpSchema.parse(readYaml('made-up.yml'));
  const texts = issues.map(({ date, items }): [string, string] => [
    date,
    issueOf(...items.map(({ title, text }): [string, string] => [title, text])),
  ]);
  const shipped = readdirSync(join(content, 'issues')).map((name): [string, string] => [
    name.replace(/\.md$/, ''),
    readFileSync(join(content, 'issues', name), 'utf8'),
  ]);
  const archive = await archiveOf(Object.fromEntries([...shipped, ...texts]));
  const stories = new Map<string, string[]>();
  for (const { story, title } of issues.flatMap(({ items }) => items))
    if (story !== undefined) stories.set(story, [...(stories.get(story) ?? []), title]);
  return { archive, stories: [...stories.values()] };
}

/** The threads that the program finds in an archive without threads.yml, each as the names of its items. */
export function namedThreads(archive: Archive, nameOf: (entry: Entry) => string): string[][] {
  return threadsOf({ ...archive, threads: [] }).all.map(({ items }) => items.map(nameOf));
}

/** How many of the found pairs are pairs of one story, and how many of those are found. */
export function measurePairs(found: readonly string[][], stories: readonly string[][]) {
  const [some, wanted] = [pairsIn(found), pairsIn(stories)];
  const wrong = [...some].filter((pair) => !wanted.has(pair));
  const missed = [...wanted].filter((pair) => !some.has(pair));
  return {
    precision: (some.size - wrong.length) / some.size,
    recall: (wanted.size - missed.length) / wanted.size,
    wrong,
    missed,
  };
}

function pairsIn(groups: readonly string[][]): Set<string> {
  return new Set(
    groups.flatMap((group) =>
      group.flatMap((one, index) =>
        group.slice(index + 1).map((other) => [one, other].sort().join(' | ')),
      ),
    ),
  );
}
