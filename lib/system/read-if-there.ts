import { readFile } from 'node:fs/promises';
import { hasCode } from './failure.ts';

/** The text of a file; `undefined` where there is none. @throws Error when it cannot be read */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
