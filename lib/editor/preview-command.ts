import { readArguments } from '#lib/system/arguments.ts';
import { servePreview } from './serve-preview.ts';

const USAGE = `Usage: npm run preview -- [FILE] [--no-open]

Opens an issue in the browser as readers will see it. FILE is its file or its day; without it, the newest
issue is opened. The page shows every change that is saved, and the faults in the issue. Drafts and issues
of later days are shown too. Ctrl-C ends it.

  --no-open  prints the address and opens nothing

  npm run preview -- content/issues/2025-03-31.md
  PORT=3001 npm run preview -- 2025-03-31

PORT chooses another port than 3000. Exit code: 1 when the server did not start, 2 when there is no such
issue.`;

/** `npm run preview` */
export async function run(args: string[]): Promise<void> {
  const read = readArguments(args, USAGE, { 'no-open': { type: 'boolean' } }, 1);
  if (read === undefined) return;
  const { words, values } = read;
  await servePreview({
    command: 'preview',
    word: words[0],
    opens: values['no-open'] !== true,
    commits: false,
  });
}
