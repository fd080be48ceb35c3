import { execFileSync } from 'node:child_process';
import { contentFolderWith } from './content-folder.ts';

/**
 * A content folder that is a git repository with one commit.
 * @param time when it was committed
 */
export function repositoryWith(
  files: Record<string, string>,
  time = '2026-01-01T08:00:00+08:00',
): string {
  const folder = contentFolderWith(files);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
      cwd: folder,
      env: { ...process.env, GIT_COMMITTER_DATE: time },
    });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'x');
  return folder;
}
