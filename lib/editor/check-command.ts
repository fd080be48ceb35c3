import { contentFolder } from '#lib/content/archive.ts';
import { readArguments } from './arguments.ts';
import { checkContent } from './check.ts';

const USAGE = `Usage: npm run check

Tells every fault in the content folder, each with its place. Exit code: 1 when one is an error.`;

/** `npm run check` */
export async function run(args: string[]): Promise<void> {
  if (readArguments(args, USAGE, {}, 0) === undefined) return;
  const { report, errors } = await checkContent(contentFolder());
  console.log(report);
  if (errors > 0) process.exitCode = 1;
}
