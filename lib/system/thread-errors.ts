/**
 * Does a thread's work. An error loses its code where it is copied from thread to thread, but not its cause: that has
 * the code, for `codeOf`.
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

/** An error of another thread's with the code that it had there. */
export function withItsCode(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { cause } = error;
  const hasCode = typeof cause === 'object' && cause !== null && 'code' in cause;
  return hasCode ? Object.assign(error, { code: cause.code }) : error;
}
