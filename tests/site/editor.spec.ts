import { readFileSync } from 'node:fs';
import { expectAccessible, expectRoom } from './axe.ts';
import { DAY, faults, goTo, issue, offered, open, state, test, text } from './editing.ts';
import { expect } from './test.ts';

test('an issue is written, checked, mended and saved with the keyboard alone', async ({
  page,
  editor,
}) => {
  const file = editor.fileOf(DAY);
  await open(page, editor.addressOf(DAY));
  await expect(page.frameLocator('iframe').getByText('读者所见')).toBeVisible();
  await expect(faults(page)).toContainText('没有');
  await page.keyboard.press('Control+s');
  await expect(state(page)).toHaveText('没有改动，文件原样未动');

  await goTo(page, '正文。');
  await page.keyboard.type('讲AI,也讲营收。');
  await expect(state(page)).toHaveText('没有保存');
  await expect(faults(page)).toContainText('punctuation-half-width');
  await expect(page.locator('.cm-lint-marker-warning')).toBeVisible();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F8');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  const entry = faults(page).getByRole('button', { name: /^第9行 提醒/ });
  await expect(entry).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(text(page)).toBeFocused();

  await page.getByRole('button', { name: '自动改正' }).press('Enter');
  await expect(state(page)).toHaveText('改正了 1 处，Ctrl+Z 可以撤销');
  await expect(text(page)).toContainText('讲AI，也');
  await text(page).press('Control+z');
  await expect(text(page)).toContainText('讲AI,也');
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+s');
  await expect(state(page)).toHaveText(/^已保存/);
  expect(readFileSync(file, 'utf8')).toBe(
    issue('第一稿').replace('正文。', '正文。讲AI，也讲营收。'),
  );
  await expect(faults(page)).toContainText('没有');
});

test('sections and sources are completed, and an unknown section is marked', async ({
  page,
  editor,
}) => {
  await open(page, editor.addressOf(DAY));
  await goTo(page, '产业要闻');
  await page.keyboard.type('们');
  await expect(faults(page)).toContainText('section-unknown');
  await expect(page.locator('.cm-lintRange-error')).toHaveText('## 产业要闻们');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.type('产业');
  await offered(page).filter({ hasText: '产业要闻' }).first().click();
  await goTo(page, '证券日报');
  await page.keyboard.type('、中新');
  await expect(offered(page)).toHaveText(['中新网→ 中国新闻网']);
  // CodeMirror takes no Enter in the moment in which the list appears.
  await page.waitForTimeout(100);
  await page.keyboard.press('Enter');
  await expect(text(page)).toContainText('来源：证券日报、中国新闻网');
  await expect(faults(page)).toContainText('没有');
  await page.keyboard.press('Enter');
  await page.keyboard.type('gengz');
  await expect(offered(page)).toHaveCount(1);
  await page.waitForTimeout(100);
  await page.keyboard.press('Enter');
  await expect(text(page)).toContainText(/> 更正（\d{4}-\d\d-\d\d）：原文有误，应为……/);
});

test('what an input method composes is not disturbed by colours, completions or faults', async ({
  page,
  editor,
}) => {
  await open(page, editor.addressOf(DAY));
  await goTo(page, '来源：证券日报');
  const client = await page.context().newCDPSession(page);
  const compose = (composed: string) =>
    client.send('Input.imeSetComposition', {
      text: composed,
      selectionStart: composed.length,
      selectionEnd: composed.length,
    });
  await page.keyboard.type('、');
  for (const composed of ['g', 'gu', 'guang', "guang'm", "guang'ming"]) await compose(composed);
  // A check would have run by now, if the unfinished word of the input method had started one.
  await page.waitForTimeout(600);
  await expect(text(page)).toContainText("来源：证券日报、guang'ming");
  await client.send('Input.insertText', { text: '光明' });
  await expect(text(page)).toContainText('来源：证券日报、光明');
  await offered(page).filter({ hasText: '光明日报' }).click();
  await page.keyboard.press('Control+s');
  await expect(state(page)).toHaveText(/^已保存/);
  expect(readFileSync(editor.fileOf(DAY), 'utf8')).toBe(
    issue('第一稿').replace('证券日报', '证券日报、光明日报'),
  );
});

test('the page passes axe, light and dark, on a desk and on a phone', async ({ page, editor }) => {
  editor.write(
    DAY,
    `${issue('第一稿')}\n> 更正（2025-04-02）：[改](https://example.com)。\n\n【又一条】 正文。\n`,
  );
  await open(page, editor.addressOf(DAY));
  await expect(page.locator('.cm-lint-marker')).not.toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('正文');
  await expectAccessible(page, '.cm-search');
  await page.keyboard.press('Escape');
  await goTo(page, '证券日报');
  await page.keyboard.type('、');
  await expect(offered(page)).not.toHaveCount(0);
  await expectAccessible(page, '.cm-tooltip');
  await page.keyboard.press('Escape');
  editor.write(DAY, issue('第二稿'));
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page, '#notices');
  await page.getByRole('button', { name: '新的一期' }).click();
  await expectAccessible(page, '#new-dialog');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectRoom(page);
  await expect(page.locator('iframe')).toBeVisible();
  await page.getByRole('button', { name: '预览' }).click();
  await expect(text(page)).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
});
