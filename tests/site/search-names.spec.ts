import { expect, test } from './test.ts';

test('leads to an issue by its day, and loads the list of issues only then', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const pages = page.locator('site-search .pages a');
  await page.goto(`/search?q=${encodeURIComponent('快手')}`);
  await expect(page.locator('site-search ol > li h2').first()).toBeVisible();
  expect(asked).not.toContain('/search/issues.json');
  expect(asked).not.toContain('/search/characters.json');
  await page.goto(`/search?q=${encodeURIComponent('3月31日')}`);
  await expect(pages.first()).toHaveText('2025年3月31日 第1期');
  await expect(pages.first()).toHaveAttribute('href', '/issues/2025-03-31');
  await page.goto('/search?q=2025-03-31');
  await expect(pages.first()).toHaveText('2025年3月31日 第1期');
  await expect(page.locator('site-search [role=status]')).toHaveText(
    '没有含“2025-03-31”的消息，有相关的页面。',
  );
});

test('finds by other names and other characters, below what is exact, and not in quotation marks', async ({
  page,
}) => {
  const status = page.locator('site-search [role=status]');
  const hits = page.locator('site-search ol > li');
  await page.goto(`/search?q=${encodeURIComponent('人工智能')}`);
  await expect(status).toContainText(/^共\d+条，其中\d+条按“AI”找到/);
  await expect(hits.first()).toContainText('人工智能');
  await expect(hits.last().locator('mark').first()).toHaveText('AI');
  const all = await hits.count();
  await status.getByRole('link', { name: '只查原词' }).click();
  await expect(page.locator('main input[name=q]')).toHaveValue('"人工智能"');
  await expect(status).toHaveText(/^共\d+条$/);
  expect(await hits.count()).toBeLessThan(all);

  await page.goto(`/search?q=${encodeURIComponent('著作權法實施條例')}`);
  await expect(status).toContainText('按“著作权法实施条例”找到');
  await expect(hits.first().locator('mark').first()).toHaveText('著作权法实施条例');
  await expect(page.locator('site-search .pages a').first()).toHaveText('著作权法实施条例');
});

test('lists what passes a filter without words, newest first', async ({ page }) => {
  const hits = page.locator('site-search ol > li');
  await page.goto('/search');
  await page.getByText('只看某个栏目、主题、来源或月份').click();
  await page.getByLabel('月份').selectOption({ label: '2025年6月' });
  await page.getByRole('main').getByRole('button', { name: '检索' }).click();
  await expect(page).toHaveURL('/search?month=2025-06');
  await expect(hits.first()).toBeVisible();
  // What limits the hits is seen.
  await expect(page.getByLabel('月份')).toBeVisible();
  const days = await hits
    .locator('time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
  expect(days.every((day) => day.startsWith('2025-06'))).toBe(true);
  expect(days).toEqual(days.toSorted().reverse());
  await expect(page.locator('site-search [role=status]')).toHaveText(`共${days.length}条`);
  await page.goto('/search?month=2025-05&topic=games');
  await expect(page.locator('site-search [role=status]')).toHaveText(
    /^(共\d+条|所选的范围里没有消息。)$/,
  );
});

test('has one status for screen readers, and fields that take no more than a search does', async ({
  page,
}) => {
  await page.goto(`/search?q=${encodeURIComponent('版权')}`);
  await expect(page.locator('site-search ol > li').first()).toBeVisible();
  await expect(page.locator('[role=status], [aria-live]')).toHaveCount(1);
  for (const field of await page.locator('input[name=q]').all())
    await expect(field).toHaveAttribute('maxlength', '200');
});
