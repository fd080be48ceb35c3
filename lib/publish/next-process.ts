import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '#lib/site/failure.ts';
import { onInterrupt } from './interrupt.ts';

/** How much of what a Next process says is kept for the report of a failure, in characters. */
const KEPT_OUTPUT = 20_000;
const START_TIMEOUT = 60_000;
/**
 * How long a server keeps a connection on which nothing is asked, in ms. It is longer than this process is ever
 * busy with something else: else it would ask on a connection that is being closed.
 */
const KEEP_ALIVE = 120_000;
/** A server that is told to end while it answers keeps that connection nevertheless: it is given so long, in ms. */
const STOP_TIMEOUT = 2_000;

const END_WITH_PARENT = fileURLToPath(new URL('../setup/end-with-parent.cjs', import.meta.url));

/** A Next server on a loopback port of its own. */
export type NextServer = { origin: string; output: () => string; stop: () => Promise<void> };

type Running = { child: ChildProcess; output: () => string };

/** Runs a command of Next to its end, or until it is told to stop. */
export async function runNext(
  root: string,
  args: string[],
  signal: AbortSignal,
): Promise<{ code: number; output: string }> {
  const { child, output } = spawnNext(root, args, {});
  const end = () => child.kill('SIGTERM');
  const forget = onInterrupt(async () => {
    end();
  });
  signal.addEventListener('abort', end);
  const [code] = await once(child, 'close');
  signal.removeEventListener('abort', end);
  forget();
  return { code: code ?? 1, output: output() };
}

/**
 * Starts `next start` for an archive that was written down, on 127.0.0.1 and a free port.
 * @param flags Node's
 * @throws Failure with what Next said, when it does not come up
 */
export function startNext(
  root: string,
  snapshot: string,
  flags: readonly string[],
): Promise<NextServer> {
  const args = ['start', '--hostname', '127.0.0.1', '--port', '0'];
  args.push('--keepAliveTimeout', String(KEEP_ALIVE));
  return serveNext(root, args, { ARCHIVE_SNAPSHOT: snapshot }, flags);
}

/**
 * Starts a command of Next's that serves, and waits until it does.
 * @throws Failure with what Next said, when it does not come up
 */
export async function serveNext(
  root: string,
  args: string[],
  environment: Record<string, string>,
  flags: readonly string[] = [],
): Promise<NextServer> {
  const { child, output } = spawnNext(root, args, environment, flags);
  const stop = async () => {
    forget();
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT);
    await closed;
    clearTimeout(kill);
  };
  const forget = onInterrupt(stop);
  try {
    const origin = await waitForOrigin(child, output);
    return { origin, output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function spawnNext(
  root: string,
  args: string[],
  environment: Record<string, string>,
  flags: readonly string[] = [],
): Running {
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, ['--require', END_WITH_PARENT, ...flags, next, ...args], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DIBAO_PRESS: String(process.pid),
      ...environment,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let text = '';
  const keep = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-KEPT_OUTPUT);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return { child, output: () => text };
}

function waitForOrigin(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      child.stdout?.off('data', look);
      child.off('close', fail);
      settle();
    };
    const look = () => {
      const origin = /Ready in/.test(output())
        ? /http:\/\/(127\.0\.0\.1|localhost):\d+/.exec(output())
        : null;
      if (origin) finish(() => resolve(origin[0]));
    };
    const fail = () =>
      finish(() => reject(new Failure(`The Next server did not start:\n${output().trim()}`)));
    const timer = setTimeout(fail, START_TIMEOUT);
    child.stdout?.on('data', look);
    child.on('close', fail);
  });
}
