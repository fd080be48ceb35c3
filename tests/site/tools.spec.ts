import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';

test.describe('keys', () => {
  test('j and k step through items, n and p through issues, ? lists them', async ({ page }) => {
    await page.goto('/issues/2025-05-19');
    await page.keyboard.press('j');
    await expect(page.locator('article').nth(0).locator('h3 a')).toBeFocused();
    await page.keyboard.press('j');
    await expect(page.locator('article').nth(1).locator('h3 a')).toBeFocused();
    await page.keyboard.press('k');
    await expect(page.locator('article').nth(0).locator('h3 a')).toBeFocused();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('n');
    await expect(page).toHaveURL(/2025-06-16$/);
    await page.keyboard.press('p');
    await expect(page).toHaveURL(/2025-05-19$/);
  });

  test('are letters in a field, and nothing with a modifier', async ({ page }) => {
    await page.goto('/issues/2025-05-19');
    await page.locator('header input[type=search]').focus();
    await page.keyboard.type('jnp?');
    await expect(page.locator('header input[type=search]')).toHaveValue('jnp?');
    await page.locator('h1').click();
    await page.keyboard.press('Control+n');
    await expect(page).toHaveURL(/2025-05-19$/);
  });
});

test('settings are set by keyboard and kept', async ({ page }) => {
  await page.goto('/about');
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.locator('reader-settings summary').focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('浅色').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByLabel('深色')).toBeChecked();
  expect(await paper()).not.toBe(light);
  await page.getByLabel('特大').check();
  await page.goto('/issues/2025-03-31');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
    '24px',
  );
  expect(await paper()).not.toBe(light);
});

test.describe('an item', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('has its permalink and citations copied with one press', async ({ page }) => {
    await page.goto('/issues/2025-04-28');
    const first = page.locator('article').first();
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    const id = await first.getAttribute('id');
    await first.getByRole('button', { name: '复制链接' }).click();
    await expect(first.getByRole('status')).toHaveText('已复制链接');
    expect(await clipboard()).toBe(`http://localhost:3000/issues/2025-04-28#${id}`);
    await first.getByRole('button', { name: '引用', exact: true }).click();
    await expect(first.getByRole('status')).toHaveText('已复制引用');
    expect(await clipboard()).toBe(
      `国新办发布会介绍2024年知识产权强国建设进展（版权周报 2025年4月28日，来源：光明日报）http://localhost:3000/issues/2025-04-28#${id}`,
    );
    await first.getByRole('button', { name: '引用（国标）' }).click();
    await expect(first.getByRole('status')).toHaveText('已复制国标引用');
    expect(await clipboard()).toMatch(
      /^版权周报\. 国新办发布会介绍2024年知识产权强国建设进展\[EB\/OL\]\. \(2025-04-28\)\[\d{4}-\d\d-\d\d\]\. http:\/\/localhost:3000\/issues\/2025-04-28#\w+\.$/,
    );
  });
});

test.describe('选编', () => {
  test('gathers items across issues, orders and exports them, all by keyboard', async ({
    page,
  }) => {
    for (const path of ['/issues/2025-03-31', '/issues/2025-04-28']) {
      await page.goto(path);
      const button = page.locator('article').first().getByRole('button', { name: '选编' });
      await button.focus();
      await page.keyboard.press('Enter');
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
        page.getByRole('button', { name }).click(),
      ]);
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
    };
    const markdown = await download('导出 Markdown');
    expect(markdown.name).toBe('选编.md');
    expect(markdown.bytes.toString()).toMatch(
      /^# 选编\n\n## 国新办发布会.*\n\n国新办4月24日[\s\S]*来源：光明日报（2025-04-28）\n<http:\/\/localhost:3000\/issues\/2025-04-28#/,
    );
    const word = await download('导出 Word');
    expect(word.name).toBe('选编.docx');
    expect(word.bytes.subarray(0, 2).toString()).toBe('PK');

    // The address carries the selection to another browser.
    const address = page.url();
    await page.evaluate(() => localStorage.clear());
    await page.goto(address);
    await expect(titles).toHaveCount(2);
    await page.getByRole('button', { name: /^移出“国新办/ }).click();
    await expect(titles).toHaveCount(1);
    await page.getByRole('button', { name: '清空' }).click();
    await expect(page.locator('clip-list li')).toHaveCount(0);
  });
});

test('what is new since the last visit and what is watched for is marked', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('.new')).toHaveCount(0);
  await page.evaluate(() => {
    localStorage.setItem('dibao.seen', String(new Date('2025-07-08T12:00:00').getTime()));
    localStorage.setItem('dibao.watch', '丹麦 LABUBU');
  });
  await page.reload();
  await expect(page.locator('#newest .new')).toHaveCount(1);
  await expect(page.locator('#recent ~ ul .new')).toHaveCount(2);
  await expect(page.locator('li', { hasText: '泡泡玛特在美起诉' }).locator('.watched')).toHaveCount(
    1,
  );
  await page.goto('/sections/overseas');
  await expect(page.locator('li', { hasText: '丹麦拟修改版权法' }).locator('.watched')).toHaveCount(
    1,
  );
  await page.goto('/issues/2025-06-30');
  await expect(page.locator('article .watched')).toHaveCount(2);
});

test('without a network the newest issues and visited pages are there, others say so', async ({
  page,
  context,
}) => {
  await page.goto('/issues/2025-03-31');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto('/about');
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
  await page.goto('/topics/ai');
  await context.setOffline(true);
  for (const [path, h1] of [
    ['/issues/2025-09-15', '版权周报 2025年9月15日'],
    ['/issues/2025-07-07', '版权周报 2025年7月7日'],
    ['/topics/ai', '人工智能'],
    ['/issues/2025-05-19', '没有网络'],
  ]) {
    await page.goto(path ?? '');
    await expect(page.locator('h1')).toHaveText(h1 ?? '');
  }
  await context.setOffline(false);
  await page.goto('/issues/2025-05-19');
  await expect(page.locator('h1')).toHaveText('版权周报 2025年5月19日');
});
