import { randomUUID } from 'node:crypto';
import {
  access,
  chmod,
  constants,
  link,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure, hasCode } from '#lib/site/failure.ts';
import { nameFromHere } from './here.ts';

/** What a file is to hold. */
export type Change = { path: string; content: string | Buffer };

type Options = {
  /** Prints what would change, as a unified diff, and changes nothing. */
  dryRun?: boolean;
  /** Writes over a file that is there. Without it that is a fault. */
  overwrite?: boolean;
};

/**
 * Puts a change in place, whole or not at all: whatever interrupts it, the file holds what it held or
 * all that it should.
 * @throws Failure when the file is there and may not be written over, or cannot be written
 */
export async function applyChange(change: Change, { dryRun, overwrite }: Options): Promise<void> {
  const { path, content } = change;
  if (dryRun) {
    console.log(await showChange(change));
    return;
  }
  const before = overwrite ? await fileBehind(path) : undefined;
  const place = before?.path ?? path;
  const part = join(dirname(place), `.${basename(place)}.${randomUUID()}.part`);
  try {
    await writeFile(part, content, { flag: 'wx' });
    if (before !== undefined) await chmod(part, before.mode);
    // A link fails where a file is, in one step; a rename would take its place.
    if (overwrite) await rename(part, place);
    else await link(part, place);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) {
      throw new Failure(`${nameFromHere(path)} is there already: --force writes over it.`, 2);
    }
    if (error instanceof Error && 'code' in error) {
      throw new Failure(`${nameFromHere(path)} cannot be written (${error.message}).`, 2);
    }
    throw error;
  } finally {
    await rm(part, { force: true });
  }
}

/**
 * The file that a path leads to and its permissions, which a new file in its place is to have; `undefined`
 * where there is none.
 * @throws Failure for one that may not be written: a rename would not ask
 */
async function fileBehind(path: string): Promise<{ path: string; mode: number } | undefined> {
  try {
    const file = await realpath(path);
    await access(file, constants.W_OK);
    return { path: file, mode: (await stat(file)).mode };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Failure(`${nameFromHere(path)} cannot be written (${error.message}).`, 2);
  }
}

/** A change as a unified diff; of what is no text only the size. */
async function showChange({ path, content }: Change): Promise<string> {
  const name = nameFromHere(path);
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
