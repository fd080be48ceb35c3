import { join } from 'node:path';
import { type Checked, type CheckOptions, checkContent } from '#lib/check/check.ts';
import { commitIndex, git, withTree } from '#lib/check/permalinks/git.ts';

/**
 * Checks a content folder as git has it staged for the next commit, not as it is in the working tree. It reports the
 * faults of the issues that the commit changes (of all files if it changes a registry), and the pages that it loses.
 * @param inIndex the variable that names the index; without it, the index of the commit that is being made
 * @returns `undefined` when nothing of the folder is staged
 * @throws Failure when the folder is in no git repository, or the index cannot be read
 */
export async function checkStaged(
  folder: string,
  options: Omit<CheckOptions, 'files' | 'since' | 'readFrom'>,
  inIndex?: Record<string, string>,
): Promise<Checked | undefined> {
  const what = `What is staged of ${folder} cannot be read`;
  // This comes first, because outside of a repository only this command of git has a clear message.
  const prefix = (await git(folder, what, ['rev-parse', '--show-prefix'])).trim();
  const index = inIndex ?? (await commitIndex(folder, what));
  const list = async (kinds: string) => {
    const args = ['diff', '--cached', '--name-only', '--no-renames', `--diff-filter=${kinds}`];
    const names = await git(folder, what, [...args, '--relative', '-z', '--', '.'], index);
    return names.split('\0').filter(Boolean);
  };
  if ((await list('AMDT')).length === 0) return undefined;
  // A commit that only adds files loses no page. To read HEAD too would take twice the time.
  const lost = (await list('MDT')).length > 0 ? { since: 'HEAD' } : {};
  const remaining = await list('AMT');
  const issues = remaining.filter((name) => /^issues\/[^._/][^/]*\.md$/.test(name));
  // A change of a registry may cause faults in every issue.
  const files = (await list('AMDT')).some((name) => /^[^/]+\.yml$/.test(name))
    ? {}
    : { files: issues.map((name) => join(folder, name)) };

  const part = prefix === '' ? [] : [`--prefix=${prefix}`];
  const tree = (await git(folder, what, ['write-tree', ...part], index)).trim();
  return withTree(tree, folder, what, (readFrom) =>
    checkContent(folder, { ...options, ...lost, ...files, readFrom }),
  );
}
