import { rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { hasCode } from './failure.ts';
import { readIfThere } from './read-if-there.ts';
import { isRunning } from './running.ts';

/** How long a lock may name nobody, in ms: whoever takes one writes its number right after. */
const UNNAMED = 100;

/**
 * Takes a lock file for this process; one that was left by a process that is gone is taken over.
 * @returns `undefined` when this process has it now, else the number of the one that has
 */
export async function takeLock(path: string): Promise<number | undefined> {
  for (;;) {
    if (await writeNew(path)) return undefined;
    if ((await readIfThere(path)) === '') await wait(UNNAMED);
    const text = await readIfThere(path);
    if (text === undefined) continue;
    const holder = Number(text);
    if (holder > 0 && isRunning(holder)) return holder;
    if (await takeOver(path, text)) return undefined;
  }
}

/**
 * Takes over a lock that was left. Of many who find it one alone may, who has the lock for that: else one would
 * take away what another has just taken.
 */
async function takeOver(path: string, text: string): Promise<boolean> {
  const right = `${path}.over`;
  if ((await takeLock(right)) !== undefined) {
    await wait(UNNAMED);
    return false;
  }
  try {
    if ((await readIfThere(path)) !== text) return false;
    await writeFile(path, String(process.pid));
    return true;
  } finally {
    await rm(right, { force: true });
  }
}

/** Writes this process' number into a file of its own. @returns whether none was there */
async function writeNew(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}
