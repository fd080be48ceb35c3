import { expect, test } from './test.ts';

test('without a network the newest issues and visited pages are there, others say so', async ({
  page,
  context,
}) => {
  await page.goto('/issues/2025-04-28');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
  await page.goto('/topics/ai');
  await context.setOffline(true);
  for (const [path, h1] of [
    ['/issues/2025-09-15', '版权周报 2025年9月15日'],
    ['/issues/2025-07-07', '版权周报 2025年7月7日'],
    ['/topics/ai', '人工智能'],
    // Open before there was a worker to keep it.
    ['/issues/2025-04-28', '版权周报 2025年4月28日'],
    ['/issues/2025-05-19', '没有网络'],
  ]) {
    await page.goto(path ?? '');
    await expect(page.locator('h1')).toHaveText(h1 ?? '');
  }
  await page.goto(`/search?q=${encodeURIComponent('版权')}`);
  await expect(page.locator('site-search [role=status]')).toContainText('请检查网络');
  await context.setOffline(false);
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.locator('site-search li').first()).toBeVisible();
  await page.goto('/issues/2025-05-19');
  await expect(page.locator('h1')).toHaveText('版权周报 2025年5月19日');
});

test('a page is shown though there is no room to keep it', async ({ page, context }) => {
  await page.goto('/about');
  await page.evaluate(() => navigator.serviceWorker.ready);
  const session = await context.newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await page.goto('/issues/2025-05-19');
  await expect(page.locator('h1')).toHaveText('版权周报 2025年5月19日');
});

test('a search without a network finds what was loaded, and says of when it is', async ({
  page,
  context,
}) => {
  await page.goto('/search');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
  // What the page of search loads by itself, while the reader types.
  await page.goto('/search');
  const kept = () => page.evaluate(async () => Boolean(await caches.match('/search/2025.json')));
  await expect.poll(kept).toBe(true);
  await context.setOffline(true);
  await page.goto(`/search?q=${encodeURIComponent('快手')}`);
  await expect(page.locator('site-search li h2').first()).toBeVisible();
  await expect(page.locator('site-search [role=status]')).toContainText(
    '没有网络，检索的是存在这台设备上的内容，到2025年9月15日一期为止。',
  );
});
