import { join } from 'node:path';
import { contentPath } from '#lib/check/check.ts';
import { orFailure, readRegistries, readUtf8 } from '#lib/check/read-folder.ts';
import { contentFolder, listIssueFiles } from '#lib/content/folder/content-files.ts';
import { parseIssue } from '#lib/content/parse-issue.ts';
import { readArguments } from '#lib/system/arguments.ts';
import { displayPath } from '#lib/system/working-folder.ts';
import { applyChanges } from './change.ts';
import { mendText } from './mend.ts';

const USAGE = `Usage: npm run fix -- [FILE…] [--dry-run]

Mends faults that need no decision of an editor: half-width punctuation beside Chinese, tracking parameters
in links, sources inside sources, the marks of headings, invisible characters. Everything else stays as it
is, byte for byte. With FILE, only these issues; FILE is a file or a day.

  --dry-run  prints the changes and writes nothing

  npm run fix -- --dry-run
  npm run fix -- content/issues/2025-03-31.md

Exit code: 0 when all changes are written; 2 when a file cannot be read or written, and then none is written.`;

/** `npm run fix` */
export async function run(args: string[]): Promise<void> {
  const options = { 'dry-run': { type: 'boolean' } } as const;
  const read = readArguments(args, USAGE, options, Number.POSITIVE_INFINITY);
  if (read === undefined) return;
  const folder = contentFolder();
  const names = await orFailure(folder, listIssueFiles(folder));
  const all = names.map((name) => `issues/${name}`);
  const named = read.words.map((word) => contentPath(word, folder, all));
  const registries = await readRegistries(folder);
  const check = (path: string) => (text: string) =>
    parseIssue({ path, text }, registries).diagnostics;
  // All files are read before the first is written, so that a bad file stops the command in time.
  const files = (named.length > 0 ? [...new Set(named)] : all).map(async (path) => {
    const file = join(folder, path);
    const before = await orFailure(folder, readUtf8(file));
    return { file, before, ...mendText(before, check(path)) };
  });
  const mended = (await Promise.all(files)).filter(({ before, text }) => text !== before);
  await applyChanges(
    mended.map(({ file, text }) => ({ path: file, content: text })),
    { dryRun: read.values['dry-run'] === true, overwrite: true },
  );
  for (const { file, mended: counts } of mended)
    console.log(`${displayPath(file)}: ${listCounts(counts)}`);
  if (mended.length === 0) console.log('There is nothing that this command mends.');
}

function listCounts(counts: ReadonlyMap<string, number>): string {
  return Array.from(counts, ([rule, count]) => `${count} ${rule}`).join(', ');
}
