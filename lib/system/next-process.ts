import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Failure } from './failure.ts';
import { onInterrupt } from './interrupt.ts';
import { mostHead } from './listen.ts';

/** How much of the output of Next is kept for the message of a failure, in characters. */
const MOST_OUTPUT = 20_000;
const START_TIMEOUT = 60_000;
/** How long Next may take to end, in ms. It waits for answers that have begun, so it is killed after that time. */
const STOP_TIMEOUT = 2_000;

/** A running Next server on a loopback port. */
export type NextServer = { origin: string; stop: () => Promise<void> };

type Running = { child: ChildProcess; output: () => string };

/**
 * Starts a command of Next that serves, and waits until it is ready.
 * @throws Failure with the output of Next, when it does not start
 */
export async function serveNext(
  root: string,
  args: string[],
  environment: Record<string, string>,
): Promise<NextServer> {
  const { child, output } = spawnNext(root, args, environment);
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
    return { origin, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function spawnNext(root: string, args: string[], environment: Record<string, string>): Running {
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [next, ...args], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      // Next starts another process to serve from, and only NODE_OPTIONS reaches that one.
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-http-header-size=${mostHead}`.trim(),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const keep = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-MOST_OUTPUT);
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
