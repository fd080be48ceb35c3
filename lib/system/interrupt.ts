import { constants } from 'node:os';

type Cleanup = () => Promise<void>;

const cleanups = new Set<Cleanup>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Has work undone when the process is told to end: what was begun last goes first, and the exit code
 * says which signal it was.
 * @returns a function that forgets the cleanup, for when the work is done
 */
export function onInterrupt(cleanup: Cleanup): () => void {
  if (cleanups.size === 0) for (const signal of SIGNALS) process.once(signal, end);
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
    if (cleanups.size === 0) for (const signal of SIGNALS) process.off(signal, end);
  };
}

/** Undoes all work that is going on, as a signal would: a worker thread is sent none. */
export async function undoAll(): Promise<void> {
  for (const cleanup of [...cleanups].reverse()) {
    await cleanup().catch((error: unknown) => console.error(error));
  }
}

async function end(signal: (typeof SIGNALS)[number]): Promise<void> {
  await undoAll();
  process.exit(128 + constants.signals[signal]);
}
