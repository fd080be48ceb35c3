import type { ParseTask } from '#lib/content/folder/parse-and-cache.ts';
import type { ParseElsewhere } from '#lib/content/folder/read-issues.ts';
import type { ThreadPool } from '#lib/system/thread-pool.ts';

/** From so many issues on, threads are faster: to parse an issue takes 20 ms, to load the parser on a thread 0.3 s. */
const MANY = 30;

/**
 * Makes a function that parses issue files on the threads of a pool, an equal share on each. Where there are few
 * files, the function parses none and returns an empty list: then the caller parses them.
 * @param worker the bundle of `file-worker.ts`
 */
export function parseOnThreads(
  pool: ThreadPool,
  worker: string,
  task: Omit<ParseTask, 'paths'>,
): ParseElsewhere {
  return async (paths) => {
    if (pool.threads === 1 || paths.length < MANY) return [];
    const shares = Array.from({ length: pool.threads }, (_, thread) =>
      paths.filter((_, at) => at % pool.threads === thread),
    );
    const parse = (share: string[]) =>
      pool.run<ParseTask, string[]>(worker, 'parseIssues', { ...task, paths: share });
    return (await Promise.all(shares.map(parse))).flat();
  };
}
