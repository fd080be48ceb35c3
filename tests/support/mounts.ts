import { spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';

/**
 * Runs `mount` with these arguments on a folder, and unmounts it after the test.
 * @returns the folder; `undefined` where this machine does not let this user mount
 */
export function mounted(folder: string, args: readonly string[]): string | undefined {
  const { status, error } = spawnSync('mount', [...args, folder], { stdio: 'ignore' });
  if (error !== undefined || status !== 0) return undefined;
  onTestFinished(() => {
    const gone = spawnSync('umount', [folder], { encoding: 'utf8' });
    if (gone.status !== 0) throw new Error(gone.stderr);
  });
  return folder;
}
