import { rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { hasCode } from './failure.ts';
import { readIfThere } from './read-if-there.ts';
import { isRunning } from './running.ts';

/** How long a lock file may be empty, in ms: a process makes the file and then writes its number. */
const EMPTY = 100;

/**
 * Takes a lock file for this process. If the process that has the lock does not run any more, the lock is taken over.
 * @returns `undefined` when this process has the lock now, else the number of the process that has it
 */
export async function takeLock(path: string): Promise<number | undefined> {
  for (;;) {
    if (await writeNew(path)) return undefined;
    if ((await readIfThere(path)) === '') await wait(EMPTY);
    const text = await readIfThere(path);
    if (text === undefined) continue;
    const holder = Number(text);
    if (holder > 0 && isRunning(holder)) return holder;
    if (await takeOver(path, text)) return undefined;
  }
}

/**
 * Takes over the lock of a process that does not run any more. Several processes may try that at the same time, so
 * there is a second lock for it: without that, one process could take over the lock that another has just taken.
 */
async function takeOver(path: string, text: string): Promise<boolean> {
  const secondLock = `${path}.over`;
  if ((await takeLock(secondLock)) !== undefined) {
    await wait(EMPTY);
    return false;
  }
  try {
    if ((await readIfThere(path)) !== text) return false;
    await writeFile(path, String(process.pid));
    return true;
  } finally {
    await rm(secondLock, { force: true });
  }
}

/** Writes the number of this process into a new file. @returns `false` if the file exists already */
async function writeNew(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}
