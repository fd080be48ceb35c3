import { readArguments } from '#lib/system/arguments.ts';
import { servePreview } from './serve-preview.ts';

const USAGE = `Usage: npm run edit -- [FILE] [--git] [--no-open]

Opens an issue in the browser to be written there, with its faults and its preview beside the text. FILE is its
file or its day; without it, the newest draft is opened, or else the newest issue. Save writes the file and
nothing else of it than what was edited. Ctrl-C ends it.

  --git      the page can commit the issue's file, after the checks of a commit; it pushes nothing
  --no-open  prints the address and opens nothing

  npm run edit -- 2025-03-31
  npm run edit -- --git

PORT chooses another port than 3000 for the preview. Exit code: 1 when the server did not start, 2 when there
is no such issue.`;

const OPTIONS = { git: { type: 'boolean' }, 'no-open': { type: 'boolean' } } as const;

/** `npm run edit` */
export async function run(args: string[]): Promise<void> {
  const read = readArguments(args, USAGE, OPTIONS, 1);
  if (read === undefined) return;
  const { words, values } = read;
  await servePreview({
    command: 'edit',
    word: words[0],
    opens: values['no-open'] !== true,
    commits: values.git === true,
  });
}
