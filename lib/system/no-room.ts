import { Failure, hasCode } from './failure.ts';

/**
 * Waits for work that writes the site.
 * @throws Failure when the disk is full or cannot be written, other errors as they are
 */
export async function orNoRoom<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (!hasCode(error, 'ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM')) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      `The site cannot be written (${reason}): free some space, or name other folders with OUT_DIR and BUILD_CACHE.`,
      2,
    );
  }
}
