import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkStaged } from '../check-staged.ts';
import { Refused } from '../guard.ts';

type Ran = { code: number; said: string; complaint: string };

/** How long git may take, in ms: its hooks check the content, and a signature may ask for a password. */
const PATIENCE = 120_000;

/** Files in git's folder that are there while something else is going on, and what that is. */
const UNDER_WAY = {
  MERGE_HEAD: '合并',
  CHERRY_PICK_HEAD: '拣选（cherry-pick）',
  REVERT_HEAD: '撤销（revert）',
  'rebase-merge': '变基（rebase）',
  'rebase-apply': '变基（rebase）',
};

/**
 * Commits one file of a content folder and nothing else: what is staged of other files stays staged. It is checked as
 * `.githooks/pre-commit` does, whether or not git runs that, and hooks run as with every commit.
 * @param path the file in the content folder
 * @returns the short name of the commit
 * @throws Refused with a sentence that says why there is no commit
 */
export async function commitIssue(folder: string, path: string, message: string): Promise<string> {
  const run = (args: string[], environment = {}) => runGit(folder, args, environment);
  await assertReady(folder, run);
  const status = await run(['status', '--porcelain', '--', path]);
  if (status.code !== 0) throw new Refused(422, `git 出错：${firstLine(status)}`);
  if (status.said === '') {
    // This command takes paths alone, and refuses the setting that says so.
    const plain = { GIT_LITERAL_PATHSPECS: '0' };
    const { code } = await run(['check-ignore', '--quiet', '--', path], plain);
    if (code === 0) throw new Refused(422, `.gitignore 把 ${path} 排除在外，不能提交。`);
    throw new Refused(422, '没有要提交的改动：这一期同上次提交的一样。');
  }
  await assertFaultless(folder, path, run);
  const isNew = status.said.startsWith('??');
  if (isNew) await run(['add', '--intent-to-add', '--', path]);
  const done = await run(['commit', '--quiet', '--only', `--message=${message}`, '--', path]);
  if (done.code !== 0) {
    if (isNew) await run(['reset', '--quiet', '--', path]);
    throw new Refused(422, `git 没有接受这次提交：${wholeComplaint(done)}`);
  }
  return (await run(['rev-parse', '--short', 'HEAD'])).said.trim();
}

type Run = (args: string[], environment?: Record<string, string>) => Promise<Ran>;

async function assertReady(folder: string, run: Run): Promise<void> {
  const where = await run(['rev-parse', '--git-path', '.']);
  if (where.code !== 0) throw new Refused(422, '内容文件夹不在 git 仓库里，不能提交。');
  for (const [file, what] of Object.entries(UNDER_WAY)) {
    const { said } = await run(['rev-parse', '--git-path', file]);
    if (existsSync(resolve(folder, said.trim())))
      throw new Refused(422, `仓库里有没做完的${what}，做完以后再提交。`);
  }
  const identity = await run(['-c', 'user.useConfigOnly=true', 'var', 'GIT_COMMITTER_IDENT']);
  if (identity.code !== 0)
    throw new Refused(
      422,
      'git 不知道提交的人是谁：先在终端里用 git config user.name 和 git config user.email 写上姓名和邮箱。',
    );
}

/** Checks the commit as it would be, in an index of its own: what the editor has staged stays as it is. */
async function assertFaultless(folder: string, path: string, run: Run): Promise<void> {
  const temporary = await mkdtemp(join(tmpdir(), 'dibao-commit-'));
  try {
    const index = { GIT_INDEX_FILE: join(temporary, 'index') };
    const head = await run(['rev-parse', '--quiet', '--verify', 'HEAD^{tree}']);
    if (head.code === 0) await run(['read-tree', head.said.trim()], index);
    const added = await run(['add', '--', path], index);
    if (added.code !== 0) throw new Refused(422, `git 出错：${firstLine(added)}`);
    const checked = await checkStaged(folder, {}, index);
    if (checked === undefined || checked.errors === 0) return;
    throw new Refused(422, `有 ${checked.errors} 处错误，改好以后再提交：\n${checked.report}`);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function runGit(folder: string, args: string[], environment: Record<string, string>): Promise<Ran> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    GIT_TERMINAL_PROMPT: '0',
    GIT_LITERAL_PATHSPECS: '1',
    ...environment,
  };
  // A hook that started this process would have left these here, for another commit.
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_PREFIX']) delete env[name];
  return new Promise((done) => {
    const options = { cwd: folder, env, encoding: 'utf8', timeout: PATIENCE } as const;
    const child = execFile('git', args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      done({
        code,
        said: stdout,
        complaint: stderr || (code === -1 ? (error?.message ?? '') : ''),
      });
    });
    // Nobody could answer a question.
    child.stdin?.end();
  });
}

function firstLine({ complaint, said }: Ran): string {
  const text = `${complaint}\n${said}`.trim();
  return text.split('\n', 1)[0] || 'git 没有说明原因。';
}

/** What git and its hooks have said, which may be a list of faults. */
function wholeComplaint({ complaint, said }: Ran): string {
  return `${complaint}\n${said}`.trim().slice(0, 4000) || 'git 没有说明原因。';
}
