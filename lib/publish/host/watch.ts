import { once } from 'node:events';
import { join } from 'node:path';
import { parentPort, Worker } from 'node:worker_threads';
import { Failure } from '#lib/system/failure.ts';
import { followChanges } from '#lib/system/follow-changes.ts';
import { onInterrupt, undoAll } from '#lib/system/interrupt.ts';
import type { Progress } from '#lib/system/progress.ts';
import type { Job } from '../job.ts';
import { Press } from '../press.ts';
import { followDays } from './follow-days.ts';
import { probe, readPlace, serve } from './serve.ts';

/**
 * Builds what changed, serves the site, and prints it again each time its content has changed and when the issue of
 * another day may come out. Content that cannot be printed leaves the site as it is. The press works on a thread of
 * its own, so that no request waits for it.
 */
export async function startWatching({ root, out }: Job): Promise<void> {
  const place = readPlace(process.env);
  await probe(place);
  const press = new Worker(join(root, 'lib/setup/run.cjs'), {
    argv: ['lib/publish/cli.ts', 'watch'],
  });
  const ended = once(press, 'exit');
  onInterrupt(async () => {
    press.postMessage('stop');
    await ended;
  });
  const first = await Promise.race([once(press, 'message').then(() => 'placed' as const), ended]);
  if (first !== 'placed') {
    // It has said why.
    process.exitCode = Number(first[0]);
    return;
  }
  const { closed, look } = await serve(out, place);
  onInterrupt(async () => void (await closed));
  press.on('message', () => void look().catch((error: unknown) => console.error(error)));
}

/** The thread that prints: tells the one that serves whenever a site is in place, and ends when it is told to. */
export async function printChanges(job: Job, progress: Progress): Promise<void> {
  const host = parentPort;
  if (host === null) throw new Failure('Usage: npm start -- --watch', 2);
  const press = await Press.open(job);
  const placed = () => host.postMessage('placed');
  const folders = [job.content, join(job.root, 'public')];
  let publication = { timeZone: 'UTC', publishTime: '00:00' };
  const { again, end } = await followChanges(
    folders,
    async () => {
      publication = (await press.print(progress)).site;
      placed();
    },
    async () => {
      publication = (await press.print(progress, placed)).site;
    },
  ).catch(async (error: unknown) => {
    await press.stop();
    throw error;
  });
  // An issue may be written already whose day or hour has come.
  const endDays = followDays(() => publication, again);
  host.once('message', async () => {
    endDays();
    await end();
    await undoAll();
    await press.stop();
    host.close();
  });
  console.log(`Printing again what changes in ${folders.join(' and ')}`);
}
