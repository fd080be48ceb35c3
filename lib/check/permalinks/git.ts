import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '#lib/system/failure.ts';

const execute = promisify(execFile);

/**
 * Runs git in a folder of a working tree.
 * @param what the first words of the message if git fails, such as “HEAD cannot be read”
 * @returns what git prints
 * @throws Failure with `what` and the message of git
 */
export async function git(
  folder: string,
  what: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<string> {
  try {
    const env = { ...process.env, ...environment };
    // In a hook git sets these variables, with paths that are relative to the folder in which the hook runs.
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
 * Writes a git tree into a temporary folder, calls `read` with that folder, and removes it.
 * @param tree the name of a tree object, which is a content folder
 * @param folder any folder of the working tree
 * @param what as in `git`
 * @returns what `read` returns
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
    // With an index of its own, this does not change what the editor has staged.
    const index = { GIT_INDEX_FILE: join(temporary, 'index') };
    const files = join(temporary, 'files') + sep;
    const top = await topOf(folder, what);
    await git(top, what, ['read-tree', tree], index);
    await git(top, what, ['checkout-index', '--all', '--force', `--prefix=${files}`], index);
    // git stores no empty folders, and a publication may have no issue yet.
    await mkdir(join(files, 'issues'), { recursive: true });
    return await read(files);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * The variable that names the index of the commit that is being made. In a hook, `git commit FILE` uses a temporary
 * index. The result is for the environment of `git`.
 */
export async function commitIndex(folder: string, what: string): Promise<Record<string, string>> {
  const { GIT_INDEX_FILE } = process.env;
  if (!GIT_INDEX_FILE) return {};
  // In a hook the path is relative to the top of the working tree.
  return { GIT_INDEX_FILE: resolve(await topOf(folder, what), GIT_INDEX_FILE) };
}
