import { Failure, hasCode } from './failure.ts';

/** @throws Failure in place of the errors of a disk that is full or not to be written to */
export async function orNoRoom<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (!hasCode(error, 'ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM')) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      `The site cannot be written (${reason}): make room there, or name other places with OUT_DIR and BUILD_CACHE.`,
      2,
    );
  }
}
