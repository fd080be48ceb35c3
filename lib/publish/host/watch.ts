import { once } from 'node:events';
import { join } from 'node:path';
import { parentPort, Worker } from 'node:worker_threads';
import { Failure } from '#lib/system/failure.ts';
import { followChanges } from '#lib/system/follow-changes.ts';
import { onInterrupt, runCleanups } from '#lib/system/interrupt.ts';
import type { Progress } from '#lib/system/progress.ts';
import type { Job } from '../job.ts';
import { Press } from '../press.ts';
import { followDays } from './follow-days.ts';
import { assertPortFree, readHostSettings, serve } from './serve.ts';

/** The message of the press when a new site is in place. */
const PUBLISHED = 'published';

/**
 * Builds the site, serves it, and prints it again after each change of the content, and at the hour at which the next
 * issue may become public. If the new content cannot be printed, the site stays as it is. The press works on a thread
 * of its own, so that no request waits for it.
 */
export async function startWatching({ root, out }: Job): Promise<void> {
  const settings = readHostSettings(process.env);
  await assertPortFree(settings);
  const press = new Worker(join(root, 'lib/setup/run.cjs'), {
    argv: ['lib/publish/cli.ts', 'watch'],
  });
  const ended = once(press, 'exit');
  onInterrupt(async () => {
    press.postMessage('stop');
    await ended;
  });
  const first = await Promise.race([once(press, 'message').then(() => PUBLISHED), ended]);
  if (first !== PUBLISHED) {
    // The press has ended, and has printed its reason.
    process.exitCode = Number(first[0]);
    return;
  }
  const { closed, reload } = await serve(out, settings);
  onInterrupt(async () => void (await closed));
  press.on('message', () => void reload().catch((error: unknown) => console.error(error)));
}

/**
 * The thread that prints. It sends a message to the thread that serves whenever a new site is in place, and ends when
 * it gets a message itself.
 * @throws Failure when it is not called on a thread
 */
export async function printChanges(job: Job, progress: Progress): Promise<void> {
  const host = parentPort;
  if (host === null) throw new Failure('Usage: npm start -- --watch', 2);
  const press = await Press.open(job);
  const onPublished = () => host.postMessage(PUBLISHED);
  const folders = [job.content, join(job.root, 'public')];
  let publication = { timeZone: 'UTC', publishTime: '00:00' };
  const { again, end } = await followChanges(
    folders,
    async () => {
      publication = (await press.print(progress)).site;
      onPublished();
    },
    async () => {
      publication = (await press.print(progress, onPublished)).site;
    },
  ).catch(async (error: unknown) => {
    await press.stop();
    throw error;
  });
  // The folder may hold an issue of a later day, which becomes public without a change of any file.
  const endDays = followDays(() => publication, again);
  host.once('message', async () => {
    endDays();
    await end();
    await runCleanups();
    await press.stop();
    host.close();
  });
  console.log(`Watching ${folders.join(' and ')}: a change prints the site again`);
}
