/** An error that the user of a command can mend. Only its message is printed, without a stack. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    message: string,
    /** The exit code: 1 when the command found a fault, 2 when it could not do its work. */
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message);
  }
}

/** Runs a command. A `Failure` ends it with its message, any other error with its stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  process.stdout.on('error', (error) => {
    // A reader of the output such as `head` may close it early. The command goes on to its end.
    if (!hasCode(error, 'EPIPE')) throw error;
  });
  try {
    await command();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = error instanceof Failure ? error.exitCode : 1;
  }
}

/** Whether `error` is an error of Node with one of these codes, such as ENOENT. */
export function hasCode(error: unknown, ...codes: string[]): error is Error {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/**
 * Why `fetch` got no answer, in a few words; `undefined` for an error that has nothing to do with the network.
 * @param patience the time limit of the request, in ms
 */
export function networkFault(error: unknown, patience: number): string | undefined {
  if (error instanceof DOMException) return `no answer in ${patience / 1000} seconds`;
  if (!(error instanceof TypeError)) return undefined;
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  // If a host has several addresses, Node's error has no message, only a code.
  return cause.message || ('code' in cause ? String(cause.code) : error.message);
}
