import { setTimeout as wait } from 'node:timers/promises';
import { stopHost } from '#lib/publish/host/host.ts';
import { serve } from './served.ts';

/** Serves the folder that is given; tells its port, and when it is asked how much memory it holds in bytes. */
const { server, port } = await serve(process.argv[2] ?? '');
process.on('message', async () => {
  // What the first round of collecting finds unused outside of the heap, the second lets go.
  global.gc?.();
  await wait(500);
  global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.(heapUsed + external);
});
process.on('SIGTERM', () => {
  process.disconnect();
  void stopHost(server, 0);
});
process.send?.(port);
