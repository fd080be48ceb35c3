import { readFile } from 'node:fs/promises';
import { hasCode } from '#lib/system/failure.ts';
import { displayPath } from '#lib/system/working-folder.ts';
import { type FileChange, putInPlace } from './put-in-place.ts';

type Options = {
  /** Prints the changes as unified diffs, and writes nothing. */
  dryRun?: boolean;
  /** Whether files that exist are replaced. */
  overwrite?: boolean;
};

/**
 * Writes files, all of them or none; see `putInPlace`.
 * @throws Failure when a file exists and may not be replaced, or cannot be written
 */
export async function applyChanges(
  changes: readonly FileChange[],
  { dryRun, overwrite }: Options,
): Promise<void> {
  if (dryRun) for (const change of changes) console.log(await showChange(change));
  else await putInPlace(changes, overwrite);
}

/** A change as a unified diff; for a file that is no text, only its size. */
async function showChange({ path, content }: FileChange): Promise<string> {
  const name = displayPath(path);
  if (typeof content !== 'string') return `${name}: ${content.length} bytes`;
  const before = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  // Loaded here, because other runs do not need it.
  const { createTwoFilesPatch } = await import('diff');
  const from = before === undefined ? '/dev/null' : name;
  return createTwoFilesPatch(from, name, before ?? '', content, '', '', { context: 2 }).trimEnd();
}
