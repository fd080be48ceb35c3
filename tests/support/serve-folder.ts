import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { stopHost } from '#lib/publish/host/host.ts';
import { serve } from './served.ts';

/** Memory in bytes, without what nobody needs any more; open files by their number, connections among them. */
export type Question = 'memory' | 'files';

/** Serves the folder that is given. It sends its port, and to whoever asks how much it holds. */
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
  // What the first round of collecting finds unused outside of the heap, the second lets go.
  global.gc?.();
  await wait(500);
  global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
