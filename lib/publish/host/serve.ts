import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { Failure, hasCode } from '#lib/system/failure.ts';
import { listen } from '#lib/system/listen.ts';
import { readPort } from '#lib/system/port.ts';
import { accessLog } from './access-log.ts';
import { createHost, type HostOptions, stopHost } from './host.ts';

/** Where a host listens, and its access log. */
export type HostSettings = { port: number; host: string | undefined; log: HostOptions['log'] };

/** Reads PORT, HOST and ACCESS_LOG. @throws Failure for a value that makes no sense */
export function readHostSettings(environment: NodeJS.ProcessEnv): HostSettings {
  return {
    port: readPort(environment.PORT),
    host: environment.HOST || undefined,
    log: accessLog(environment.ACCESS_LOG),
  };
}

/**
 * Makes sure that a host can listen at its port. It is called before a build, so that nobody waits for the build and
 * then learns that the port is busy.
 * @throws Failure where the host cannot listen
 */
export async function assertPortFree({ port, host }: HostSettings): Promise<void> {
  const server = createServer();
  await listenOrFail(server, port, host);
  server.close();
  await once(server, 'close');
}

/** A host at work. `closed` resolves once it has stopped; for `reload` see `Host`. */
export type RunningHost = { closed: Promise<unknown>; reload: () => Promise<void> };

/**
 * Serves a printed site until SIGINT or SIGTERM.
 * @throws Failure where there is no site, or the host cannot listen
 */
export async function serve(out: string, { port, host, log }: HostSettings): Promise<RunningHost> {
  const { server, reload } = await createHost(out, { log }).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT'))
      throw new Failure(`There is no site in ${out}: make one with npm run build.`, 2);
    throw error;
  });
  await listenOrFail(server, port, host);
  const name = host?.includes(':') ? `[${host}]` : (host ?? 'localhost');
  console.log(`Serving ${out} on http://${name}:${port} (Ctrl-C ends it)`);
  const stop = () => void stopHost(server);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return { closed: once(server, 'close'), reload };
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
        `This user may not listen at port ${port}: choose a port above 1023, such as PORT=3000.`,
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
