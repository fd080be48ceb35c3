import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { callCommand } from '#tests/support/call-command.ts';
import { contentFolderWith, sampleIssue, temporaryFolder } from '#tests/support/content-folder.ts';

const root = join(import.meta.dirname, '../../..');
const GOOD = sampleIssue(1);
const BAD = GOOD.replace('来源：', '来自：');
const issue = 'content/issues/2025-03-31.md';
let repository: string;

/** git in the repository, as in a terminal of its own. */
function git(...args: string[]) {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'x',
    GIT_AUTHOR_EMAIL: 'x@example.com',
    GIT_COMMITTER_NAME: 'x',
    GIT_COMMITTER_EMAIL: 'x@example.com',
    SITE_ORIGIN: '',
  };
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: repository,
    env,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

const write = (name: string, text: string) => writeFileSync(join(repository, name), text);
const commit = (...args: string[]) => git('commit', '-q', '-m', 'x', ...args);
/** What the hook runs, in this process: git and npm take as long again. */
const checkStaged = () =>
  callCommand(['check', '--staged'], {
    CONTENT_DIR: join(repository, 'content'),
    INIT_CWD: repository,
  });

beforeEach(() => {
  repository = temporaryFolder();
  cpSync(contentFolderWith({ '2025-03-31.md': GOOD }), join(repository, 'content'), {
    recursive: true,
  });
  const check = `node "${root}/lib/setup/run.cjs" lib/editor/cli.ts check`;
  write('package.json', JSON.stringify({ scripts: { check } }));
  git('init', '-q');
  git('config', 'core.hooksPath', join(root, '.githooks'));
  git('add', '.');
  git('commit', '-q', '-m', 'x', '--no-verify');
});

describe('before a commit', () => {
  test('what is staged is checked, not what the folder has', () => {
    write(issue, BAD);
    git('add', '.');
    write(issue, GOOD);
    const refused = commit();
    expect(refused.status).toBe(1);
    expect(refused.said).toContain(`${issue}\n`);
    expect(refused.said).toContain('attribution-missing');
    write(issue, GOOD.replace('正文第0段', '正文的第0段'));
    git('add', '.');
    write(issue, BAD);
    expect(commit()).toMatchObject({ status: 0 });
  });

  test('the faults of other issues are left to those who change them', async () => {
    write(issue, BAD);
    git('add', '.');
    commit('--no-verify');
    write('content/issues/2025-04-07.md', sampleIssue(2));
    git('add', '.');
    expect(await checkStaged()).toMatchObject({ code: 0 });
    commit('--no-verify');
    write('content/redirects.yml', '/old: /about\n');
    git('add', '.');
    expect(await checkStaged()).toMatchObject({ code: 1, stdout: expect.stringContaining(issue) });
  });

  test('a page that the commit would lose is reported, until there is a redirect', async () => {
    write('content/issues/2025-04-07.md', sampleIssue(2));
    git('add', '.');
    commit('--no-verify');
    rmSync(join(repository, issue));
    git('add', '.');
    const refused = await checkStaged();
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(/Unexpected end of \/issues\/2025-03-31, public in HEAD/);
    // Then its items are asked for: each had a page.
    write('content/redirects.yml', '/issues/2025-03-31: /archive\n');
    git('add', '.');
    const { stdout } = await checkStaged();
    const items = Array.from(
      stdout.matchAll(/Unexpected end of (\/issues\/2025-03-31\/\w+)/g),
      ([, path]) => path,
    );
    expect(items.length).toBeGreaterThan(0);
    const redirects = ['/issues/2025-03-31', ...items].map((path) => `${path}: /archive\n`);
    write('content/redirects.yml', redirects.join(''));
    git('add', '.');
    expect(await checkStaged()).toMatchObject({ code: 0 });
  });

  test('of some files alone, or in another working tree, their content is meant', () => {
    write(issue, BAD);
    write('content/issues/2025-04-07.md', sampleIssue(2));
    git('add', '.');
    expect(commit('content/issues/2025-04-07.md')).toMatchObject({ status: 0 });
    const tree = temporaryFolder();
    expect(git('worktree', 'add', '-q', join(tree, 'other')).status).toBe(0);
    repository = join(tree, 'other');
    write(issue, BAD);
    git('add', '.');
    expect(commit()).toMatchObject({ status: 1, said: expect.stringContaining(issue) });
  });

  test('nothing is checked where the commit does not change the content', () => {
    write('notes.txt', 'x');
    mkdirSync(join(repository, 'content/issues/more'));
    git('add', '.');
    expect(commit()).toEqual({ status: 0, said: '' });
  });
});

test('a check of what is staged needs no more than git knows', async () => {
  const environment = { CONTENT_DIR: contentFolderWith({}) };
  const check = (...more: string[]) => callCommand(['check', '--staged', ...more], environment);
  expect(await check('--since', 'HEAD')).toMatchObject({
    code: 2,
    stderr:
      '--staged takes neither FILE nor --since: git says which files change, and since when.\n',
  });
  expect(await check()).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /^What is staged of .* cannot be read \(.*not a git repository.*\n$/,
    ),
  });
});
