/** Something that the person at the terminal can mend: its message is the whole of what to say. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    message: string,
    /** The exit code that tells scripts what kind it was: 1 a fault found, 2 unusable input. */
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message);
  }
}

/** Runs a command; a `Failure` ends it with its sentence, anything else with its stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  process.stdout.on('error', (error) => {
    // Who reads what is printed may have read enough, as `head` does: that ends no command.
    if (!hasCode(error, 'EPIPE')) throw error;
  });
  try {
    await command();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = error instanceof Failure ? error.exitCode : 1;
  }
}

/** Whether `error` is one of Node's with this code, such as ENOENT. */
export function hasCode(error: unknown, ...codes: string[]): error is Error {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/**
 * Why a request of `fetch` has no answer, in a few words; `undefined` for an error that is no fault of the
 * network.
 * @param patience how long the request was given, in ms
 */
export function networkFault(error: unknown, patience: number): string | undefined {
  if (error instanceof DOMException) return `no answer in ${patience / 1000} seconds`;
  if (!(error instanceof TypeError)) return undefined;
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  // Of a host with several addresses Node tells only the code.
  return cause.message || ('code' in cause ? String(cause.code) : error.message);
}
