import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure, hasCode } from '#lib/site/failure.ts';
import { takeLock } from '#lib/site/lock-file.ts';
import { readIfThere } from '#lib/site/read-if-there.ts';
import { onInterrupt } from './interrupt.ts';
import { runNext } from './next-process.ts';

/** How often a build that waits for another looks whether it is done, in ms. */
const LOOK_EVERY = 100;
/** What has lasted so long, in ms, is no compilation: a cache was put back whose maker's number is another's now. */
const TOO_LONG = 10 * 60 * 1000;

/**
 * Compiles the pages with `next build`, unless the code is what was compiled last.
 * @param fingerprint the code's
 * @param signal ends it before it is done
 * @returns whether it had to
 * @throws Failure with what Next said, when it fails or is ended
 */
export async function compile(
  root: string,
  fingerprint: string,
  signal: AbortSignal,
): Promise<boolean> {
  const stamp = join(root, '.next', 'compiled-from');
  if ((await readIfThere(stamp)) === fingerprint) return false;
  const unlock = await lock(root, signal);
  try {
    // While this one waited another build may have compiled the same.
    if ((await readIfThere(stamp)) === fingerprint) return false;
    // Until it is compiled anew, what is there belongs to no code.
    await rm(stamp, { force: true });
    const { code, output } = await runNext(root, ['build'], signal);
    if (code !== 0) throw new Failure(`The pages could not be compiled:\n${output.trim()}`);
    await writeFile(stamp, fingerprint);
    return true;
  } finally {
    await unlock();
  }
}

/**
 * Waits until no other build compiles: Next writes to one place, which it empties first but for its cache.
 * @returns what lets the next one in
 */
async function lock(root: string, signal: AbortSignal): Promise<() => Promise<void>> {
  const folder = join(root, '.next', 'cache');
  const file = join(folder, 'compiling');
  await mkdir(folder, { recursive: true });
  for (;;) {
    signal.throwIfAborted();
    if ((await takeLock(file)) === undefined) break;
    if ((await ageOf(file)) > TOO_LONG) await rm(file, { force: true });
    else await wait(LOOK_EVERY);
  }
  const forget = onInterrupt(() => rm(file, { force: true }));
  return async () => {
    forget();
    await rm(file, { force: true });
  };
}

/** How long ago a file was written, in ms; 0 where it is not there. */
async function ageOf(file: string): Promise<number> {
  try {
    return Date.now() - (await stat(file)).mtimeMs;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 0;
    throw error;
  }
}
