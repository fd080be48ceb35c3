import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, hasCode } from '#lib/site/failure.ts';
import { compiledFingerprint } from './fingerprint.ts';
import { runNext } from './next-process.ts';

/**
 * Compiles the pages with `next build`, unless the code is what was compiled last.
 * @param signal ends it before it is done
 * @returns whether it had to
 * @throws Failure with what Next said, when it fails or is ended
 */
export async function compile(root: string, signal: AbortSignal): Promise<boolean> {
  const stamp = join(root, '.next', 'compiled-from');
  const fingerprint = await compiledFingerprint(root);
  if ((await readIfThere(stamp)) === fingerprint) return false;
  signal.throwIfAborted();
  // Until it is compiled anew, what is there belongs to no code.
  await rm(stamp, { force: true });
  const { code, output } = await runNext(root, ['build'], signal);
  if (code !== 0) throw new Failure(`The pages could not be compiled:\n${output.trim()}`);
  await writeFile(stamp, fingerprint);
  return true;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
