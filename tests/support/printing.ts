import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Job } from '#lib/publish/job.ts';
import { Press } from '#lib/publish/press.ts';
import { Failure } from '#lib/system/failure.ts';
import { ThreadPool } from '#lib/system/thread-pool.ts';
import { temporaryFolder } from './content-folder.ts';
import { jobOf, Said } from './printing-anyway.ts';

/** One pool of threads for all presses of a test file, because its start takes a second. It ends with the process. */
const pool = new ThreadPool();

/** The output of a press, and its failure if it failed; see `Press.print`. */
export type PressRun = { said: string; failure: Failure | undefined };

/** The folders and settings of a press that a test may choose. */
type Places = Partial<Pick<Job, 'out' | 'cache' | 'indexNowKey' | 'publicBefore'>>;

/** Prints a content folder as `npm run build` does, into a temporary folder if the test chooses none. */
export async function printSite(
  content: string,
  places: Places = {},
): Promise<PressRun & { out: string }> {
  const job = jobOf(content, {
    ...places,
    out: places.out ?? join(temporaryFolder(), 'out'),
    cache: places.cache ?? temporaryFolder(),
  });
  const progress = new Said();
  try {
    const press = await Press.open(job, pool);
    await press.print(progress);
    return { said: progress.text, failure: undefined, out: job.out };
  } catch (error) {
    if (error instanceof Failure) return { said: progress.text, failure: error, out: job.out };
    throw error;
  }
}

/** How many pages a build says that it rendered, and how many it took from the cache. */
export function countsOf(said: string): { rendered: number; cached: number } {
  const [, rendered, cached] = /(\d+) rendered, (\d+) from the cache/.exec(said) ?? [];
  return { rendered: Number(rendered), cached: Number(cached) };
}

/** Replaces words in a file. @throws where the file does not have them */
export function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(file, text.replaceAll(from, to));
}
