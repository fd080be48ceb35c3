import { readFile } from 'node:fs/promises';
import { hasCode } from '#lib/system/failure.ts';
import { displayPath } from '#lib/system/working-folder.ts';
import { type Change, putInPlace } from './put-in-place.ts';

type Options = {
  /** Prints what would change, as unified diffs, and changes nothing. */
  dryRun?: boolean;
  /** Writes over files that are there. Without it that is a fault. */
  overwrite?: boolean;
};

/**
 * Puts changes in place, all of them or none: whatever interrupts it, each file holds what it held or
 * all that it should.
 * @throws Failure when a file is there and may not be written over, or cannot be written
 */
export async function applyChanges(
  changes: readonly Change[],
  { dryRun, overwrite }: Options,
): Promise<void> {
  if (dryRun) for (const change of changes) console.log(await showChange(change));
  else await putInPlace(changes, overwrite);
}

/** A change as a unified diff; of what is no text only the size. */
async function showChange({ path, content }: Change): Promise<string> {
  const name = displayPath(path);
  if (typeof content !== 'string') return `${name}: ${content.length} bytes`;
  const before = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  // Only who asks for a diff waits for what makes it.
  const { createTwoFilesPatch } = await import('diff');
  const from = before === undefined ? '/dev/null' : name;
  return createTwoFilesPatch(from, name, before ?? '', content, '', '', { context: 2 }).trimEnd();
}
