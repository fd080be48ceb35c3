import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export type Run = { code: number | null; stdout: string; stderr: string };

/** Runs a command of ours to its end, as npm would, with these variables added to the environment. */
export function run(args: string[], environment: Record<string, string> = {}): Promise<Run> {
  return runIn(root, args, environment);
}

/** The same with nobody who reads what it prints. */
export function runUnread(args: string[], environment: Record<string, string> = {}): Promise<Run> {
  return runIn(root, args, environment, ({ stdout }) => stdout.destroy());
}

async function runIn(
  project: string,
  args: string[],
  environment: Record<string, string>,
  begun: (child: ChildProcessWithoutNullStreams) => void = () => {},
): Promise<Run> {
  const child = spawn(process.execPath, ['lib/setup/run.cjs', ...args], {
    cwd: project,
    env: { ...process.env, SITE_ORIGIN: '', ...environment },
  });
  begun(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, ...output };
}

/** `npm run build` of a content folder into an output folder. */
export function build(content: string, out: string, environment: Record<string, string> = {}) {
  return buildIn(root, content, out, environment);
}

/** The same, by a copy of the project. */
export function buildIn(
  project: string,
  content: string,
  out: string,
  environment: Record<string, string> = {},
) {
  return runIn(project, ['lib/publish/cli.ts', 'build'], {
    CONTENT_DIR: content,
    OUT_DIR: out,
    ...environment,
  });
}
