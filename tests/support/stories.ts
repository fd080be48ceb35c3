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

/** The files of made-up issues that follow the shipped ones. The rules are never fitted to those of `held-out….yml`. */
export type MadeUpFile =
  | 'made-up.yml'
  | 'held-out.yml'
  | 'held-out-later.yml'
  | 'held-out-third.yml'
  | 'held-out-fourth.yml';

/**
 * The archive of the shipped issues and, behind them, those of a file. Of the stories, those that have an item of that
 * file: made-up items by their titles, shipped ones by their permalinks.
 */
export async function readMadeUp(
  file: MadeUpFile = 'made-up.yml',
): Promise<{ archive: Archive; stories: string[][]; titles: ReadonlySet<string> }> {
  const issues = madeUpSchema.parse(readYaml(file));
  const texts = issues.map(({ date, items }): [string, string] => [
    date,
    issueOf(...items.map(({ title, text }): [string, string] => [title, text])),
  ]);
  const shipped = readdirSync(join(content, 'issues')).map((name): [string, string] => [
    name.replace(/\.md$/, ''),
    readFileSync(join(content, 'issues', name), 'utf8'),
  ]);
  const archive = await archiveOf(Object.fromEntries([...shipped, ...texts]));
  const items = issues.flatMap((issue) => issue.items);
  const stories = new Map<string, string[]>();
  for (const { story, title } of items)
    if (story !== undefined)
      stories.set(story, [...(stories.get(story) ?? shippedStory(story)), title]);
  const titles = new Set(items.map(({ title }) => title));
  return { archive, stories: [...stories.values()], titles };
}

/** The items of the story of the shipped item at this permalink; none where the name is no permalink. */
function shippedStory(name: string): string[] {
  if (!name.startsWith('/issues/')) return [];
  return readStories().find((story) => story.includes(name)) ?? [name];
}

/** The threads that the program finds in an archive without threads.yml, each as the names of its items. */
export function namedThreads(archive: Archive, nameOf: (entry: Entry) => string): string[][] {
  return threadsOf({ ...archive, threads: [] }).all.map(({ items }) => items.map(nameOf));
}

/**
 * How many of the found pairs are pairs of one story, and how many of those are found.
 * @param counts whether pairs of an item count; a pair counts if those of one of its items do
 */
export function measurePairs(
  found: readonly string[][],
  stories: readonly string[][],
  counts: (item: string) => boolean = () => true,
) {
  const [some, wanted] = [pairsIn(found, counts), pairsIn(stories, counts)];
  const wrong = [...some].filter((pair) => !wanted.has(pair));
  const missed = [...wanted].filter((pair) => !some.has(pair));
  return {
    precision: (some.size - wrong.length) / some.size,
    recall: (wanted.size - missed.length) / wanted.size,
    pairs: wanted.size,
    wrong,
    missed,
  };
}

function pairsIn(groups: readonly string[][], counts: (item: string) => boolean): Set<string> {
  return new Set(
    groups.flatMap((group) =>
      group.flatMap((one, index) =>
        group
          .slice(index + 1)
          .filter((other) => counts(one) || counts(other))
          .map((other) => [one, other].sort().join(' | ')),
      ),
    ),
  );
}
