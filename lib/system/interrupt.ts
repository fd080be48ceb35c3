import { constants } from 'node:os';

type Cleanup = () => Promise<void>;

const cleanups = new Set<Cleanup>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Registers a cleanup for when a signal ends the process. The last cleanup runs first. The exit code names the signal.
 * @returns a function that removes the cleanup, for when the work is done
 */
export function onInterrupt(cleanup: Cleanup): () => void {
  if (cleanups.size === 0) for (const signal of SIGNALS) process.once(signal, end);
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
    if (cleanups.size === 0) for (const signal of SIGNALS) process.off(signal, end);
  };
}

/** Runs all cleanups, as a signal would. Worker threads call it, because they get no signals. */
export async function runCleanups(): Promise<void> {
  for (const cleanup of [...cleanups].reverse()) {
    await cleanup().catch((error: unknown) => console.error(error));
  }
}

async function end(signal: (typeof SIGNALS)[number]): Promise<void> {
  await runCleanups();
  process.exit(128 + constants.signals[signal]);
}
