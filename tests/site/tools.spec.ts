import { expect, test } from './test.ts';
import { openTools } from './tools.ts';

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
    // The address is there before the script that hears the keys.
    await page.waitForLoadState();
    await page.keyboard.press('p');
    await expect(page).toHaveURL(/2025-05-19$/);
  });

  test('j and k go on from where the reader is, and stay at the ends', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 500 });
    await page.goto('/issues/2025-05-19');
    const articles = page.locator('article');
    const last = (await articles.count()) - 1;
    const titleOf = (index: number) => articles.nth(index).locator('h3 a');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.keyboard.press('j');
    await expect(page.locator('article :focus')).toHaveCount(0);
    await page.keyboard.press('k');
    await expect(titleOf(last)).toBeFocused();
    await page.keyboard.press('j');
    await expect(titleOf(last)).toBeFocused();
    await articles
      .nth(2)
      .getByRole('button', { name: /^工具：/ })
      .focus();
    await page.keyboard.press('j');
    await expect(titleOf(3)).toBeFocused();
    // What has the focus is out of sight: the reader is somewhere else by now.
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.press('j');
    await expect(titleOf(0)).toBeFocused();
    await page.goto('/topics/ai');
    await page.keyboard.press('j');
    await expect(page.locator('main .headlines > li > a').first()).toBeFocused();
    // The front page begins with its lead story, and the rows of a table are entries too.
    await page.goto('/');
    await page.keyboard.press('j');
    await expect(page.locator('main article h3 a')).toBeFocused();
    await page.keyboard.press('j');
    await expect(page.locator('main .headlines > li > a').first()).toBeFocused();
    await page.goto('/cases');
    await page.keyboard.press('j');
    await expect(page.locator('main tbody tr th a').first()).toBeFocused();
  });

  test('are not heard while their list is open', async ({ page }) => {
    await page.goto('/issues/2025-05-19');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    for (const key of ['?', 'n', 'j']) await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toHaveCount(1);
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

test('settings close with Escape or a press elsewhere, and fit a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  for (const path of ['/', '/issues/2025-05-19']) {
    await page.goto(path);
    await page.evaluate(() => localStorage.setItem('dibao.size', 'huge'));
    await page.reload();
    const summary = page.locator('reader-settings summary');
    const panel = page.locator('reader-settings details > div');
    await summary.click();
    const box = await panel.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(summary).toBeFocused();
    await summary.click();
    await page.mouse.click(180, 5);
    await expect(panel).toBeHidden();
  }
});

test('what is chosen in one tab is seen in the other', async ({ page, context }) => {
  await page.goto('/issues/2025-05-19');
  const other = await context.newPage();
  await other.goto('/issues/2025-05-19');
  const clip = (await openTools(page.locator('article').first())).getByRole('button', {
    name: '选编',
  });
  const menu = await openTools(other.locator('article').first());
  await menu.getByRole('button', { name: '选编' }).click();
  await other.keyboard.press('Escape');
  await expect(clip).toHaveAttribute('aria-pressed', 'true');
  await other.locator('reader-settings summary').click();
  await other.getByLabel('深色').check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
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
  // How many are new since then, with a search for each word.
  const watching = page.locator('main .watching');
  await expect(watching).toContainText(/^关注的词，上次来访以后有\d+条新消息：/);
  const counts = await watching.getByRole('link').allTextContents();
  expect(['丹麦', 'LABUBU'].filter((word) => counts.includes(word))).toEqual(counts);
  await page.goto('/sections/overseas');
  await expect(watching).toHaveCount(0);
  await expect(page.locator('li', { hasText: '丹麦拟修改版权法' }).locator('.watched')).toHaveCount(
    1,
  );
  await page.goto('/issues/2025-06-30');
  await expect(page.locator('article .watched')).toHaveCount(2);
  await page.goto(`/search?q=${encodeURIComponent('丹麦')}`);
  await expect(page.locator('site-search .watched').first()).toBeVisible();

  // Words are parted as one types them, found in the news alone, and marked as soon as they are given.
  await page.goto('/issues/2025-06-30');
  await page.locator('reader-settings summary').focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('标出含有这些词的消息').fill('复制链接、Anthropic');
  await page.keyboard.press('Enter');
  await expect(page.locator('article .watched')).toHaveCount(
    await page.locator('article .prose', { hasText: 'Anthropic' }).count(),
  );
});
