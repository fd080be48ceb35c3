import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '#lib/system/failure.ts';

const execute = promisify(execFile);

/**
 * What git prints for a folder of a working tree.
 * @param what the failure, as a sentence begins with it
 * @throws Failure with that and what git said
 */
export async function git(
  folder: string,
  what: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<string> {
  try {
    const env = { ...process.env, ...environment };
    // In a hook git says which repository is meant, by names that hold where the hook runs.
    for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_PREFIX']) delete env[name];
    return (await execute('git', args, { cwd: folder, env, encoding: 'utf8' })).stdout;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const said = 'stderr' in error ? String(error.stderr).trim().split('\n')[0] : '';
    throw new Failure(`${what} (${said || error.message}).`, 2);
  }
}

async function topOf(folder: string, what: string): Promise<string> {
  return (await git(folder, what, ['rev-parse', '--show-toplevel'])).trim();
}

/**
 * What `read` makes of the content folder that a git tree is, while it lies in a folder of its own.
 * @param folder one of the working tree
 * @throws Failure when the tree cannot be read
 */
export async function withTree<Read>(
  tree: string,
  folder: string,
  what: string,
  read: (files: string) => Promise<Read>,
): Promise<Read> {
  const temporary = await mkdtemp(join(tmpdir(), 'dibao-tree-'));
  try {
    // An index of its own leaves the editor's alone.
    const index = { GIT_INDEX_FILE: join(temporary, 'index') };
    const files = join(temporary, 'files') + sep;
    const top = await topOf(folder, what);
    await git(top, what, ['read-tree', tree], index);
    await git(top, what, ['checkout-index', '--all', '--force', `--prefix=${files}`], index);
    // git keeps no empty folder, and a publication may have no issue yet.
    await mkdir(join(files, 'issues'), { recursive: true });
    return await read(files);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** The index of the commit that is being made, for the environment of git. In a hook it may be one of its own. */
export async function commitIndex(folder: string, what: string): Promise<Record<string, string>> {
  const { GIT_INDEX_FILE } = process.env;
  if (!GIT_INDEX_FILE) return {};
  // It is named from the top of the working tree.
  return { GIT_INDEX_FILE: resolve(await topOf(folder, what), GIT_INDEX_FILE) };
}
