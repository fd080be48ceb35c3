import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { stopHost } from '#lib/publish/host/host.ts';
import { serve } from './served.ts';

/** Memory in use in bytes, after garbage collection, and the number of open files and connections. */
export type Question = 'memory' | 'files';

/** A process that serves the given folder. It sends its port to its parent, and what it uses when it is asked. */
const { server, port } = await serve(process.argv[2] ?? '');
process.on('message', async (question: Question) => {
  if (question === 'files') process.send?.(readdirSync('/dev/fd').length);
  else process.send?.(await usedMemory());
});
process.on('SIGTERM', () => {
  process.disconnect();
  void stopHost(server, 0);
});
process.send?.(port);

async function usedMemory(): Promise<number> {
  // Memory outside of the heap is freed in the second round only.
  global.gc?.();
  await wait(500);
  global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
