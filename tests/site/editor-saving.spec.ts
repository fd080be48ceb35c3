import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { DAY, goTo, issue, open, state, test, text } from './editing.ts';
import { expect } from './test.ts';

test('a file that has changed meanwhile is shown beside the text, and neither is lost', async ({
  page,
  editor,
}) => {
  await open(page, editor.addressOf(DAY));
  editor.write(DAY, issue('别人写的'));
  await expect(text(page)).toContainText('别人写的');
  await expect(state(page)).toHaveText('文件在磁盘上已改动，这里已换成新的。');

  await goTo(page, '别人写的');
  await page.keyboard.type('我写的');
  editor.write(DAY, issue('又改了'));
  await expect(state(page)).toContainText('保存时会让你选');
  await page.keyboard.press('Control+s');
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('-### 又改了');
  await expect(notice).toContainText('+### 别人写的我写的');
  expect(readFileSync(editor.fileOf(DAY), 'utf8')).toBe(issue('又改了'));
  await notice.getByRole('button', { name: '保存页面上的' }).click();
  await expect(state(page)).toHaveText(/^已保存/);
  expect(readFileSync(editor.fileOf(DAY), 'utf8')).toBe(issue('别人写的我写的'));
  await text(page).press('Control+z');
  await expect(text(page)).toContainText('又改了');
});

test('what was not saved is offered again when the page is opened again', async ({
  page,
  editor,
}) => {
  page.on('dialog', (dialog) => dialog.accept());
  await open(page, editor.addressOf(DAY));
  await goTo(page, '第一稿');
  await page.keyboard.type('没存');
  await page.reload();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('有上次没有保存的文字');
  await expect(text(page)).not.toContainText('没存');
  await notice.getByRole('button', { name: '恢复' }).click();
  await expect(text(page)).toContainText('第一稿没存');
  await page.keyboard.press('Control+s');
  await expect(state(page)).toHaveText(/^已保存/);
  await page.reload();
  await expect(text(page)).toContainText('第一稿没存');
  await expect(notice).toBeHidden();
});

test('a file with odd line breaks keeps them, and one that is no text is not opened', async ({
  page,
  editor,
}) => {
  const odd = `\uFEFF${issue('第一稿').replaceAll('\n', '\r\n')}末行\n又一行`;
  editor.write(DAY, odd);
  const before = statSync(editor.fileOf(DAY)).mtimeMs;
  await open(page, editor.addressOf(DAY));
  await page.keyboard.press('Control+s');
  await expect(state(page)).toHaveText('没有改动，文件原样未动');
  expect(statSync(editor.fileOf(DAY)).mtimeMs).toBe(before);
  await goTo(page, '第一稿');
  await page.keyboard.type('改');
  await page.keyboard.press('Control+s');
  await expect(state(page)).toHaveText(/^已保存/);
  expect(readFileSync(editor.fileOf(DAY), 'utf8')).toBe(odd.replace('第一稿', '第一稿改'));

  writeFileSync(editor.fileOf(DAY), Uint8Array.from([0xb0, 0xe6]));
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('不是 UTF-8');
  await expect(text(page)).toHaveCount(0);
});

test('an issue is committed, and the next one is made', async ({ page, editor }) => {
  const git = (...args: string[]) =>
    spawnSync('git', args, { cwd: editor.folder, encoding: 'utf8' }).stdout;
  git('init', '-q');
  git('config', 'user.name', '编辑');
  git('config', 'user.email', 'editor@example.org');
  git('add', '.');
  git('commit', '-q', '-m', 'x');
  await open(page, editor.addressOf(DAY));
  await goTo(page, '正文。');
  await page.keyboard.type('改。');
  await page.getByRole('button', { name: '提交' }).click();
  const dialog = page.getByRole('dialog', { name: '提交' });
  await expect(dialog.getByLabel('说明')).toHaveValue('第2期：2025-03-31');
  await dialog.getByRole('button', { name: '提交' }).click();
  await expect(state(page)).toHaveText(/^已提交 [\da-f]+/);
  expect(git('show', '--name-only', '--format=%s').trim().split(/\n+/)).toEqual([
    '第2期：2025-03-31',
    'issues/2025-03-31.md',
  ]);

  await page.getByRole('button', { name: '新的一期' }).click();
  await expect(page.getByLabel('日期')).toHaveValue('2025-04-07');
  await page.getByRole('button', { name: '新建' }).click();
  await expect(page).toHaveURL(editor.addressOf('2025-04-07'));
  await expect(text(page)).toContainText('draft: true');
  await page.getByRole('combobox', { name: '期' }).selectOption('2025-03-24');
  await page.getByRole('button', { name: '打开' }).click();
  await expect(text(page)).toContainText('上一期');
});
