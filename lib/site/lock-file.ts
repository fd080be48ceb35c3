import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { hasCode } from './failure.ts';
import { isRunning } from './running.ts';

/** How long a lock may name nobody, in ms: whoever takes one writes its number right after. */
const UNNAMED = 100;

/**
 * Takes a lock file for this process; one that was left by a process that is gone is taken over.
 * @returns `undefined` when this process has it now, else the number of the one that has
 */
export async function takeLock(path: string): Promise<number | undefined> {
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' });
      return undefined;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
    if ((await textOf(path)) === '') await wait(UNNAMED);
    const holder = Number(await textOf(path));
    if (holder > 0 && isRunning(holder)) return holder;
    await rm(path, { force: true });
  }
}

/** What a file says; nothing where it is not there. */
async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return '';
    throw error;
  }
}
