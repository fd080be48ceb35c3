import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentFolder } from '#lib/content/folder/content-files.ts';
import { Failure, runCommand } from '#lib/system/failure.ts';
import { terminalProgress } from '#lib/system/progress.ts';
import { indexNowKey } from './announce/settings.ts';
import { assertPortFree, readHostSettings, serve } from './host/serve.ts';
import { printChanges, startWatching } from './host/watch.ts';
import type { Job } from './job.ts';
import { build } from './press.ts';

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
  else if (command === 'build') {
    await build({ ...job, unpublished: process.env.PRINT_UNPUBLISHED === '1' }, terminalProgress());
  } else if (command === 'start') await start(job);
  else if (command === 'watch') await printChanges(job, terminalProgress());
  else throw new Failure(USAGE, 2);
});

/** Builds what changed, then serves the site until it is stopped. */
async function start(job: Job): Promise<void> {
  const settings = readHostSettings(process.env);
  await assertPortFree(settings);
  await build(job, terminalProgress());
  await serve(job.out, settings);
}
