import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentFolder } from '#lib/content/content-files.ts';
import { Failure, runCommand } from '#lib/site/failure.ts';
import { indexNowKey } from './announce/settings.ts';
import { followChanges } from './follow-changes.ts';
import { onInterrupt } from './interrupt.ts';
import { build, type Job, openPress, type Press, type Progress } from './press.ts';
import { type Place, probe, readPlace, type Served, serve } from './serve.ts';

/** How long nothing may have changed before the site is printed as it should be, in ms. */
const QUIET = 5000;
const USAGE = 'Usage: npm run build | npm start [-- --watch]';

await runCommand(async () => {
  const [command, ...rest] = process.argv.slice(2);
  if (command === 'announce') return (await import('./announce/announce-command.ts')).run(rest);
  if (command === 'verify') return (await import('./verify/verify-command.ts')).run(rest);
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const job: Job = {
    root,
    content: contentFolder(),
    out: resolve(process.env.OUT_DIR || 'out'),
    cache: resolve(process.env.BUILD_CACHE || join(root, '.next', 'cache', 'dibao')),
    indexNowKey: indexNowKey(process.env),
    publicBefore: process.env.PREVIOUS_SITEMAP || undefined,
  };
  const watch = rest.length === 1 && rest[0] === '--watch';
  if (command === 'start' && watch) await startWatching(job);
  else if (rest.length > 0) throw new Failure(USAGE, 2);
  else if (command === 'build') await build(job, terminalProgress());
  else if (command === 'start') await start(job);
  else throw new Failure(USAGE, 2);
});

/** Builds what changed, then serves the site until it is stopped. */
async function start(job: Job): Promise<void> {
  const place = readPlace(process.env);
  await probe(place);
  await build(job, terminalProgress());
  await serve(job.out, place);
}

/** The same, and prints the site again each time its content has changed; what cannot be printed leaves it as it is. */
async function startWatching(job: Job): Promise<void> {
  const place = readPlace(process.env);
  await probe(place);
  const press = await openPress(job);
  const progress = terminalProgress();
  const folders = [job.content, join(job.root, 'public')];
  const follow = async ({ look }: Served) => {
    await press.print(progress, { placed: look, inHaste: true });
    await press.standBy();
  };
  const finish = async ({ look }: Served) => {
    await press.finish(progress, look);
    await press.standBy();
  };
  const { first, end } = await followChanges(
    folders,
    () => servePrinted(press, place, progress),
    follow,
    { quiet: QUIET, work: finish },
  ).catch(async (error: unknown) => {
    await press.stop();
    throw error;
  });
  onInterrupt(async () => {
    await end();
    await press.stop();
    await first.closed;
  });
  console.log(`Printing again what changes in ${folders.join(' and ')}`);
  // What changes meanwhile is printed.
  await press.standBy();
}

async function servePrinted(press: Press, place: Place, progress: Progress): Promise<Served> {
  await press.print(progress);
  return serve(press.job.out, place, true);
}

/** One line that is written over on a terminal; elsewhere only what is done is printed. */
function terminalProgress(): Progress {
  const { isTTY } = process.stdout;
  const clear = () => {
    if (isTTY) process.stdout.write('\r\u001B[K');
  };
  return {
    step(text) {
      clear();
      if (isTTY) process.stdout.write(text);
    },
    done(text) {
      clear();
      console.log(text);
    },
  };
}
