import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { contentFolder } from '#lib/content/archive.ts';
import { issueParser } from '#lib/content/parse-issue.ts';
import { Failure } from '#lib/site/failure.ts';
import { readArguments } from './arguments.ts';
import { applyChanges } from './change.ts';
import { contentPath } from './check.ts';
import { mendText } from './mend.ts';
import { orFailure, readRegistries } from './read-folder.ts';

const USAGE = `Usage: npm run fix -- [FILE…] [--dry-run]

Mends what can be mended without a person in all issues, or in those that are named: half-width marks
beside Chinese, tracking in links, sources in sources, the marks of headings. All else stays as it is.
  --dry-run  prints the changes and makes none`;

/** `npm run fix` */
export async function run(args: string[]): Promise<void> {
  const options = { 'dry-run': { type: 'boolean' } } as const;
  const read = readArguments(args, USAGE, options, Number.POSITIVE_INFINITY);
  if (read === undefined) return;
  const folder = contentFolder();
  const names = await orFailure(folder, readdir(join(folder, 'issues')));
  const all = names.filter((name) => /^[^._].*\.md$/.test(name)).map((name) => `issues/${name}`);
  const named = read.words.map((word) => contentPath(word, folder, all));
  const parse = issueParser(await readRegistries(folder));
  const check = (path: string) => (text: string) => parse({ path, text }).diagnostics;
  // Every file is read before one is written: a bad one among them stops the command at once.
  const files = (named.length > 0 ? [...new Set(named)] : all.sort()).map(async (path) => {
    const file = join(folder, path);
    const before = await readUtf8(file);
    return { file, before, ...mendText(before, check(path)) };
  });
  const mended = (await Promise.all(files)).filter(({ before, text }) => text !== before);
  for (const { file, text, mended: counts } of mended) {
    await applyChanges([{ path: file, content: text }], {
      dryRun: read.values['dry-run'] === true,
      overwrite: true,
    });
    console.log(`${relative('', file)}: ${listCounts(counts)}`);
  }
  if (mended.length === 0) console.log('There is nothing that this command mends.');
}

function listCounts(counts: ReadonlyMap<string, number>): string {
  return Array.from(counts, ([rule, count]) => `${count} ${rule}`).join(', ');
}

/** The text of a file, its byte order mark kept; what is written again must have been read whole. */
async function readUtf8(file: string): Promise<string> {
  const bytes = await readFile(file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Failure(
      `${relative('', file)} is not in UTF-8: save it so, or npm run import it.`,
      2,
    );
  }
}
