import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { expect, test } from './test.ts';
import { openTools } from './tools.ts';

test.describe('选编', () => {
  test('gathers items across issues, orders and exports them, all by keyboard', async ({
    page,
  }) => {
    for (const path of ['/issues/2025-03-31', '/issues/2025-04-28']) {
      await page.goto(path);
      const menu = await openTools(page.locator('article').first());
      const button = menu.getByRole('button', { name: '选编' });
      await button.press('Enter');
      await expect(button).toHaveAttribute('aria-pressed', 'true');
    }
    await page.goto('/clipping');
    const titles = page.locator('clip-list h2');
    await expect(titles).toHaveText([
      '外交部副部长马朝旭会见世界知识产权组织总干事邓鸿森',
      '国新办发布会介绍2024年知识产权强国建设进展',
    ]);
    await page.getByRole('button', { name: /^下移“外交部/ }).focus();
    await page.keyboard.press('Enter');
    await expect(titles.first()).toHaveText('国新办发布会介绍2024年知识产权强国建设进展');
    await expect(page).toHaveURL(/\?items=2025-04-28\./);

    const download = async (name: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name }).press('Enter'),
      ]);
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
    };
    const markdown = await download('导出 Markdown');
    expect(markdown.name).toBe('选编.md');
    expect(markdown.bytes.toString()).toMatch(
      /^# 选编\n\n## 国新办发布会.*\n\n国新办4月24日[\s\S]*来源：\[光明日报\]\(<https:\/\/tech\.gmw\.cn[^>]*>\) 2025-04-25\n\n载《版权周报》2025年4月28日 第2期：<http:\/\/localhost:3000\/issues\/2025-04-28\//,
    );
    const word = await download('导出 Word');
    expect(word.name).toBe('选编.docx');
    expect(word.bytes.subarray(0, 2).toString()).toBe('PK');

    // The address carries the selection to another browser.
    const address = page.url();
    await page.evaluate(() => localStorage.clear());
    await page.goto(address);
    await expect(titles).toHaveCount(2);
    await page.getByRole('button', { name: '存为我的选编' }).press('Enter');
    await page.getByRole('button', { name: /^移出“国新办/ }).press('Enter');
    await expect(titles).toHaveCount(1);
    await page.getByRole('button', { name: '清空' }).press('Enter');
    await expect(page.locator('clip-list li')).toHaveCount(0);
    await expect(page.getByRole('button', { name: '导出 Word' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: '撤销' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(titles).toHaveCount(1);
  });

  const kept = (page: Page) => page.evaluate(() => localStorage.getItem('dibao.clips'));
  const own = '2025-03-31.ew162c,2025-09-15.gone,2025-04-28.zzzzzz';

  test('that came in an address leaves the own as it is until it is taken in', async ({ page }) => {
    await page.goto('/about');
    await page.evaluate((clips) => localStorage.setItem('dibao.clips', clips), own);
    await page.goto('/issues/2025-05-19');
    const ids = await page.locator('article').evaluateAll((all) => all.map(({ id }) => id));
    const [first, second] = ids.map((id) => `2025-05-19.${id}`);
    await page.goto(`/clipping?items=${first},${second}`);
    await expect(page.locator('clip-list > p').first()).toContainText('地址里带来的选编，共2条');
    await page.getByRole('button', { name: /^下移/ }).click();
    await expect(page).toHaveURL(`/clipping?items=${second},${first}`);
    expect(await kept(page)).toBe(own);
    await page.getByRole('button', { name: '并入我的选编（3条）' }).click();
    expect(await kept(page)).toBe(`${own},${second},${first}`);
    await page.goto('/clipping?items=nonsense');
    await expect(page.locator('clip-list > p').first()).toContainText('没有可以读出的选编');
  });

  test('keeps what could not be had, and what another tab put in', async ({ page, context }) => {
    await page.goto('/about');
    await page.evaluate((clips) => localStorage.setItem('dibao.clips', clips), own);
    await page.goto('/clipping');
    await expect(page.locator('clip-list li').nth(1)).toContainText('已经不在这里了');
    const other = await context.newPage();
    await other.goto('/issues/2025-05-19');
    const menu = await openTools(other.locator('article').first());
    await menu.getByRole('button', { name: '选编' }).click();
    await expect(page.locator('clip-list li')).toHaveCount(4);
    await page.getByRole('button', { name: /^上移/ }).first().click();
    expect((await kept(page))?.split(',').slice(0, 3)).toEqual([
      '2025-09-15.gone',
      '2025-03-31.ew162c',
      '2025-04-28.zzzzzz',
    ]);
    expect((await kept(page))?.split(',')).toHaveLength(4);
  });

  test('is printed with its sources and addresses, without its tools', async ({ page }) => {
    await page.goto('/clipping?items=2025-03-31.ew162c');
    await expect(page.locator('clip-list h2')).toHaveText('快手2024年营收1269亿元');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('clip-list .printed')).toHaveText(
      '载《版权周报》2025年3月31日 第1期 http://localhost:3000/issues/2025-03-31/ew162c',
    );
    for (const tools of await page.locator('clip-list .tools').all())
      await expect(tools).toBeHidden();
  });
});
