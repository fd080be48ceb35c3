import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { callCommand } from '#tests/support/call-command.ts';
import { sampleIssue } from '#tests/support/content-folder.ts';
import { repositoryWith } from '#tests/support/repository.ts';

const draft = sampleIssue(3).replace('number: 3', 'number: 3\ndraft: true');

test('npm run diff shows what differs since a commit, drafts and days to come too', async () => {
  const folder = repositoryWith({
    '2025-03-17.md': sampleIssue(1),
    '2025-03-24.md': sampleIssue(2),
    '2025-03-31.md': draft,
  });
  const diff = (...args: string[]) => callCommand(['diff', ...args], { CONTENT_DIR: folder });
  const file = (day: string) => join(folder, 'issues', `${day}.md`);
  expect(await diff('--since', 'HEAD')).toEqual({
    code: 0,
    stdout: '<p>刊出的文字没有改动。</p>\n',
    stderr: '',
  });
  expect((await diff('--since', 'HEAD', '--days')).stdout).toBe('');
  rmSync(file('2025-03-17'));
  writeFileSync(file('2025-03-31'), draft.replace('正文第0段', '正文第9段'));
  writeFileSync(file('9999-12-27'), sampleIssue(4));
  const { code, stdout } = await diff('--since', 'HEAD');
  expect(code).toBe(0);
  expect(stdout.match(/<h4>.*?<\/h4>/g)).toEqual([
    '<h4>新增（未到日子） /issues/9999-12-27 试刊 9999年12月27日</h4>',
    '<h4>改动（草稿） /issues/2025-03-31 试刊 2025年3月31日</h4>',
    '<h4>删去 /issues/2025-03-17 试刊 2025年3月17日</h4>',
  ]);
  expect(stdout).toContain('<li>正文：正文第<del>0</del><ins>9</ins>段，讲AI与营收。</li>');
  expect((await diff('--since', 'HEAD', '--days')).stdout).toBe('9999-12-27\n2025-03-31\n');
});

test.each([
  [[], /^--since is missing/],
  [['--since', 'nothing'], /^"nothing" is no git revision that has /],
  [['--since', '--output=x'], /argument is ambiguous|no git revision/],
  [['HEAD'], /^Unexpected "HEAD"/],
])('npm run diff %j ends with 2', async (args, stderr) => {
  const folder = repositoryWith({ '2025-03-17.md': sampleIssue(1) });
  const ended = await callCommand(['diff', ...args], { CONTENT_DIR: folder });
  expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(stderr) });
});
