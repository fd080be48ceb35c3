import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commitIssue } from '#lib/editor/edit/commit-issue.ts';
import { contentFolderWith, sampleIssue, temporaryFolder } from '#tests/support/content-folder.ts';

const issue = 'issues/2025-03-31.md';
const GOOD = sampleIssue(1);
const EDITED = GOOD.replace('正文第0段', '正文的第0段');
let repository: string;
let folder: string;

function git(...args: string[]): string {
  const { stdout } = spawnSync('git', args, { cwd: repository, encoding: 'utf8' });
  return stdout.trim();
}

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const lastFiles = () =>
  git('show', '--name-only', '--format=%s', 'HEAD').split('\n').filter(Boolean);

beforeEach(() => {
  repository = temporaryFolder();
  folder = join(repository, 'content');
  cpSync(contentFolderWith({ '2025-03-31.md': GOOD }), folder, { recursive: true });
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_SYSTEM', '/dev/null');
  // Who commits is said by the repository alone.
  for (const name of [
    'GIT_AUTHOR_NAME',
    'GIT_AUTHOR_EMAIL',
    'GIT_COMMITTER_NAME',
    'GIT_COMMITTER_EMAIL',
    'EMAIL',
  ])
    vi.stubEnv(name, undefined);
  vi.stubEnv('INIT_CWD', repository);
  vi.stubEnv('SITE_ORIGIN', '');
  git('init', '-q');
  git('config', 'user.name', '编辑');
  git('config', 'user.email', 'editor@example.org');
  git('add', '.');
  git('commit', '-q', '-m', 'x');
});

afterEach(() => void vi.unstubAllEnvs());

describe('a commit', () => {
  test('has the file of the issue and nothing else; what is staged stays staged', async () => {
    write(issue, EDITED);
    write('topics.yml', `${readFileSync(join(folder, 'topics.yml'), 'utf8')}\n`);
    git('add', 'content/topics.yml');
    write('sections.yml', `${readFileSync(join(folder, 'sections.yml'), 'utf8')}\n`);
    const name = await commitIssue(folder, issue, '第1期：2025-03-31');
    expect(git('rev-parse', '--short', 'HEAD')).toBe(name);
    expect(lastFiles()).toEqual(['第1期：2025-03-31', `content/${issue}`]);
    expect(git('diff', '--cached', '--name-only')).toBe('content/topics.yml');
    expect(git('diff', '--name-only')).toBe('content/sections.yml');
  });

  test('takes a new file, and a message that looks like an option', async () => {
    write('issues/2025-04-07.md', sampleIssue(2));
    await commitIssue(folder, 'issues/2025-04-07.md', '--amend');
    expect(lastFiles()).toEqual(['--amend', 'content/issues/2025-04-07.md']);
    expect(git('status', '--porcelain')).toBe('');
    expect(git('rev-list', '--count', 'HEAD')).toBe('2');
  });

  test('may be the first of a repository', async () => {
    rmSync(join(repository, '.git'), { recursive: true });
    git('init', '-q');
    git('config', 'user.name', '编辑');
    git('config', 'user.email', 'editor@example.org');
    // The check reads the registries of the commit: without them there is nothing to check with.
    git('add', 'content/*.yml');
    git('commit', '-q', '-m', 'x');
    await commitIssue(folder, issue, '第1期');
    expect(lastFiles()).toEqual(['第1期', `content/${issue}`]);
  });
});

describe('there is no commit, and one sentence says why', () => {
  const refusal = async (path = issue) => {
    const before = [git('rev-parse', 'HEAD'), git('status', '--porcelain')];
    const said = await commitIssue(folder, path, 'x').then(
      (name) => `committed ${name}`,
      (error: unknown) => String(error),
    );
    expect([git('rev-parse', 'HEAD'), git('status', '--porcelain')]).toEqual(before);
    return said;
  };

  test('outside of a repository', async () => {
    rmSync(join(repository, '.git'), { recursive: true });
    await expect(commitIssue(folder, issue, 'x')).rejects.toThrow(/^内容文件夹不在 git 仓库里/);
  });

  test('without a change', async () => {
    expect(await refusal()).toContain('没有要提交的改动');
  });

  test('of a file that git ignores', async () => {
    writeFileSync(join(repository, '.gitignore'), 'content/issues/2025-04-07.md\n');
    write('issues/2025-04-07.md', sampleIssue(2));
    expect(await refusal('issues/2025-04-07.md')).toContain('.gitignore');
  });

  test('without a name and an address', async () => {
    write(issue, EDITED);
    git('config', '--unset', 'user.name');
    git('config', '--unset', 'user.email');
    expect(await refusal()).toMatch(/git config user\.name/);
  });

  test.each([
    ['MERGE_HEAD', '合并'],
    ['CHERRY_PICK_HEAD', '拣选'],
    ['REVERT_HEAD', '撤销'],
  ])('while %s is there', async (name, what) => {
    write(issue, EDITED);
    writeFileSync(join(repository, '.git', name), `${git('rev-parse', 'HEAD')}\n`);
    expect(await refusal()).toMatch(new RegExp(`没做完的${what}`));
  });

  test('in a rebase', async () => {
    write(issue, EDITED);
    mkdirSync(join(repository, '.git/rebase-merge'));
    expect(await refusal()).toContain('没做完的变基');
  });

  test('with an error in the issue, which is listed', async () => {
    write('issues/2025-04-07.md', sampleIssue(2).replace('来源：', '来自：'));
    expect(await refusal('issues/2025-04-07.md')).toMatch(/有 1 处错误.*\n.*attribution-missing/s);
  });

  test('when a hook refuses, and a new file is as new as before', async () => {
    const hook = join(repository, '.git/hooks/pre-commit');
    mkdirSync(join(repository, '.git/hooks'), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\necho 今天不行 >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    write('issues/2025-04-07.md', sampleIssue(2));
    expect(await refusal('issues/2025-04-07.md')).toMatch(/没有接受这次提交：今天不行/);
  });
});
