import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { hasCode } from '#lib/system/failure.ts';

/** The cost of a command: time in s, and the most memory of its processes at one time in MB. */
export type Cost = { seconds: number; peak: number | undefined; output: string };

/** How often memory is measured, in ms, and the greatest share of a core that measuring may take. */
const LOOK_EVERY = 100;
const SHARE = 0.03;
const MEGABYTE = 2 ** 20;

/**
 * Runs a Node command to its end.
 * @throws Error with its output where it fails
 */
export async function runWhole(
  args: readonly string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string> },
): Promise<Cost> {
  const from = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  const memory = watchMemory(child);
  const [code] = await once(child, 'close');
  const peak = memory();
  if (code !== 0) throw new Error(`node ${args.join(' ')} failed:\n${output}`);
  return { seconds: (performance.now() - from) / 1000, peak, output };
}

/** The most memory of a process and those it began, in MB, up to the call; known on Linux alone. */
export function watchMemory({ pid }: ChildProcess): () => number | undefined {
  if (process.platform !== 'linux' || pid === undefined) return () => undefined;
  let most = 0;
  let timer: NodeJS.Timeout;
  const look = () => {
    const from = performance.now();
    most = Math.max(most, memoryOf(pid));
    const took = performance.now() - from;
    timer = setTimeout(look, Math.max(LOOK_EVERY, took / SHARE));
  };
  timer = setTimeout(look, LOOK_EVERY);
  return () => {
    clearTimeout(timer);
    return most;
  };
}

/** Proportional memory (proc(5), Pss: what processes share is counted once) of a process and those below it, in MB. */
function memoryOf(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const [, parent] = /^PPid:\s+(\d+)/m.exec(readOf(name, 'status')) ?? [];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return pid === root || (parent !== undefined && parent > 1 && isBelow(parent));
  };
  let kilobytes = 0;
  for (const pid of parents.keys()) {
    if (!isBelow(pid)) continue;
    const [, pss] = /^Pss:\s+(\d+)/m.exec(readOf(String(pid), 'smaps_rollup')) ?? [];
    kilobytes += Number(pss ?? 0);
  }
  return (kilobytes * 1024) / MEGABYTE;
}

/** A file of a process; empty when that has ended. */
function readOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ESRCH', 'EACCES')) return '';
    throw error;
  }
}
