import { format } from 'node:util';
import { vi } from 'vitest';
import { runCommand } from '#lib/system/failure.ts';
import type { Run } from './build.ts';

type Command = { run: (args: string[]) => Promise<void> };

const COMMANDS: Record<string, () => Promise<Command>> = {
  add: () => import('#lib/editor/add-command.ts'),
  announce: () => import('#lib/publish/announce/announce-command.ts'),
  check: () => import('#lib/editor/check-command.ts'),
  desk: () => import('#lib/editor/desk-command.ts'),
  diff: () => import('#lib/editor/diff-command.ts'),
  edit: () => import('#lib/editor/edit-command.ts'),
  fix: () => import('#lib/editor/fix-command.ts'),
  import: () => import('#lib/editor/import-command.ts'),
  inbox: () => import('#lib/editor/inbox-command.ts'),
  mail: () => import('#lib/editor/mail-command.ts'),
  new: () => import('#lib/editor/new-command.ts'),
  preview: () => import('#lib/editor/preview-command.ts'),
  sources: () => import('#lib/editor/sources-command.ts'),
  verify: () => import('#lib/publish/verify/verify-command.ts'),
};

let running: string | undefined;

/**
 * Runs a command in this process, with these variables added to the environment: a process of its own (`run` in
 * build.ts) takes ten times as long. The environment, the exit code and the output belong to the whole process, so
 * only one command runs at a time, and all of them are put back.
 */
export async function callCommand(
  [name = '', ...args]: string[],
  environment: Record<string, string> = {},
): Promise<Run> {
  const load = COMMANDS[name];
  if (load === undefined) throw new Error(`There is no command ${name}.`);
  if (running !== undefined) throw new Error(`The command ${running} is still running.`);
  running = name;
  const { env, exitCode } = process;
  const output = catchOutput();
  try {
    process.env = { ...env, SITE_ORIGIN: '', ...environment };
    process.exitCode = undefined;
    const { run } = await load();
    await runCommand(() => run(args));
    return { code: Number(process.exitCode ?? 0), ...output.said };
  } finally {
    process.env = env;
    process.exitCode = exitCode;
    output.restore();
    running = undefined;
  }
}

/** Collects what is printed from now on, instead of printing it. */
function catchOutput() {
  const said = { stdout: '', stderr: '' };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((...words) => {
      said.stdout += `${format(...words)}\n`;
    }),
    vi.spyOn(console, 'error').mockImplementation((...words) => {
      said.stderr += `${format(...words)}\n`;
    }),
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      said.stdout += chunk;
      return true;
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      said.stderr += chunk;
      return true;
    }),
    // A command listens to faults of its output for as long as the process lives.
    vi.spyOn(process.stdout, 'on').mockReturnThis(),
  ];
  return {
    said,
    restore: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}
