import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentFolder } from '#lib/content/archive.ts';
import { Failure, hasCode, runCommand } from '#lib/site/failure.ts';
import { indexNowKey } from './announce/settings.ts';
import { accessLog } from './host/access-log.ts';
import { createHost, listen, stopHost } from './host.ts';
import { readPort } from './port.ts';
import { build, type Job, type Progress } from './press.ts';

const USAGE = 'Usage: npm run build | npm start';

await runCommand(async () => {
  const [command, ...rest] = process.argv.slice(2);
  if (command === 'announce') return (await import('./announce/announce-command.ts')).run(rest);
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const job: Job = {
    root,
    content: contentFolder(),
    out: resolve(process.env.OUT_DIR || 'out'),
    cache: resolve(process.env.BUILD_CACHE || join(root, '.next', 'cache', 'dibao')),
    indexNowKey: indexNowKey(process.env),
  };
  if (rest.length > 0) throw new Failure(USAGE, 2);
  if (command === 'build') await build(job, terminalProgress());
  else if (command === 'start') await start(job);
  else throw new Failure(USAGE, 2);
});

/** Builds what changed, then serves the site until it is stopped. */
async function start(job: Job): Promise<void> {
  const port = readPort(process.env.PORT);
  const host = process.env.HOST || undefined;
  const log = accessLog(process.env.ACCESS_LOG);
  // A port that is taken is better told before the build than after it.
  const probe = createServer();
  await listenOrFail(probe, port, host);
  probe.close();
  await once(probe, 'close');

  await build(job, terminalProgress());
  const server = await createHost(job.out, { log });
  await listenOrFail(server, port, host);
  const name = host?.includes(':') ? `[${host}]` : (host ?? 'localhost');
  console.log(`Serving ${job.out} on http://${name}:${port} (Ctrl-C ends it)`);
  const stop = () => void stopHost(server);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function listenOrFail(server: Server, port: number, host: string | undefined): Promise<void> {
  try {
    await listen(server, port, host);
  } catch (error) {
    if (hasCode(error, 'EADDRINUSE')) {
      throw new Failure(
        `Port ${port} is busy: stop what listens there, or choose another with PORT=${port + 1} npm start.`,
      );
    }
    if (hasCode(error, 'EACCES')) {
      throw new Failure(
        `Port ${port} is not allowed to this user: choose one above 1023 with PORT=3000.`,
      );
    }
    if (hasCode(error, 'EADDRNOTAVAIL', 'ENOTFOUND')) {
      throw new Failure(
        `HOST ${host} is no address of this machine: leave it out, or name one that is.`,
      );
    }
    throw error;
  }
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
