/**
 * Runs work on a worker thread. When Node copies an error to another thread it drops `code`, but not `cause`: so the
 * code is put into the cause, from which `withItsCode` takes it.
 * @throws what the work throws
 */
export async function withCodes<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Error(error.message, { cause: { code: error.code } });
  }
}

/** Gives an error that came from another thread the `code` that it had there. */
export function withItsCode(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { cause } = error;
  const hasCode = typeof cause === 'object' && cause !== null && 'code' in cause;
  return hasCode ? Object.assign(error, { code: cause.code }) : error;
}
