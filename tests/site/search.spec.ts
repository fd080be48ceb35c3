import type { Page } from 'playwright/test';
import type { SearchItem } from '#lib/search/find.ts';
import { byYear, generateItems } from '#tests/support/generated-items.ts';
import { expect, test } from './test.ts';

test.describe('search', () => {
  test('shows hits of the address, titles first, marked', async ({ page }) => {
    await page.goto(`/search?q=${encodeURIComponent('Anthropic 版权')}`);
    const hits = page.locator('site-search ol > li');
    await expect(page.locator('site-search [role=status]')).toHaveText(/^共\d+条$/);
    await expect(hits.first().locator('h2')).toHaveText(
      '美法官认定Anthropic以版权图书训练AI属合理使用 盗版图书除外',
    );
    await expect(hits.first().locator('h2 mark').first()).toHaveText('Anthropic');
    await hits.first().getByRole('link').click();
    await expect(page).toHaveURL(/\/issues\/2025-06-30\/[^/]+$/);
  });

  test('leads to the pages that are called so: a story, a law', async ({ page }) => {
    await page.goto(`/search?q=${encodeURIComponent('Anthropic')}`);
    const pages = page.locator('site-search .pages');
    await expect(pages).toContainText('作家诉Anthropic等AI公司 脉络');
    const feed = pages.getByRole('link', { name: '订阅Anthropic', exact: true });
    const address = (await feed.getAttribute('href')) ?? '';
    expect((await page.request.get(address)).headers()['content-type']).toContain('atom');
    await page.goto(`/search?q=${encodeURIComponent('著作权法实施条例')}`);
    await pages.getByRole('link', { name: '著作权法实施条例', exact: true }).click();
    await expect(page).toHaveURL(/\/laws\/[^/#]+$/);
    await expect(page.locator('h1')).toHaveText('著作权法实施条例');
    await page.goto(`/search?q=${encodeURIComponent('绝无此词')}`);
    await expect(page.locator('site-search [role=status]')).toContainText('没有找到');
    await expect(pages).toBeEmpty();
  });

  test('is asked from any page, by keyboard', async ({ page }) => {
    await page.goto('/issues/2025-03-31');
    await page.keyboard.press('/');
    await page.keyboard.type('快手');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\?q=/);
    await expect(page.locator('main input[name=q]')).toHaveValue('快手');
    await expect(
      page.locator('site-search ol > li h2').filter({ hasText: '快手2024年营收1269亿元' }),
    ).toHaveCount(1);
    // The button beside the field is shown when it has the focus.
    const field = page.locator('header input[type=search]');
    await field.fill('光明日报');
    await field.press('Tab');
    await expect(page.locator('header form button')).toBeFocused();
    await page.keyboard.press('Space');
    await expect(page.locator('main input[name=q]')).toHaveValue('光明日报');
  });

  test('finds an issue by its number, and leads to it', async ({ page }) => {
    await page.goto(`/search?q=${encodeURIComponent('第1期')}`);
    const hit = page.locator('site-search li h2 a').filter({ hasText: '2025年3月31日 第1期' });
    await expect(hit).toHaveAttribute('href', '/issues/2025-03-31');
  });

  test('answers what is empty, absent or one character, and narrows', async ({ page }) => {
    const status = page.locator('site-search [role=status]');
    await page.goto('/search');
    await expect(status).toContainText('输入要找的词，一个字也可以');
    await page.goto(`/search?q=${encodeURIComponent('绝无此词')}`);
    await expect(status).toHaveText('没有找到“绝无此词”。');
    await page.goto(`/search?q=${encodeURIComponent('版')}`);
    await expect(status).toHaveText(/^共\d{2}条$/);
    await page.goto(
      `/search?q=${encodeURIComponent('版')}&source=${encodeURIComponent('光明日报')}&from=2025`,
    );
    await expect(status).toHaveText(/^共\d条$/);
    await page.goto(`/search?q=${encodeURIComponent('版')}&to=2024`);
    await expect(status).toContainText('之间没有任何一期');
  });

  test('asks for a word where only unwanted ones are given', async ({ page }) => {
    await page.goto('/search?q=-版权');
    await expect(page.locator('site-search [role=status]')).toContainText('至少一个要找的词');
  });

  test('never makes markup of text', async ({ page }) => {
    await page.goto(`/search?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await expect(page.locator('site-search [role=status]')).toContainText('没有找到');
    await expect(page.locator('site-search img')).toHaveCount(0);
  });

  test('says what to do without scripts', async ({ browser }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto('/search');
    await expect(page.getByRole('main').getByRole('link', { name: '往期目录' })).toBeVisible();
    await page.close();
  });
});

test.describe('a search of many years', () => {
  // What it keeps would be read in place of what is served here.
  test.use({ serviceWorkers: 'block' });

  test('lists fifty at a time, goes on to earlier years, and moves nothing that is listed', async ({
    page,
  }) => {
    const asked = await serveYears(page, await generateItems(120 * 16));
    const status = page.locator('site-search [role=status]');
    const hits = page.locator('site-search ol > li');
    await page.goto(`/search?q=${encodeURIComponent('丹麦')}`);
    await expect(status).toHaveText('已检索到2024年，64条，列出50条');
    await expect(hits).toHaveCount(50);
    expect(asked).toEqual(['2025', '2024']);
    const listed = await hits.allTextContents();
    await page.getByRole('button', { name: '继续列出' }).focus();
    await page.keyboard.press('Enter');
    await expect(status).toHaveText('共81条');
    expect((await hits.allTextContents()).slice(0, 50)).toEqual(listed);
    await expect(hits.nth(50).getByRole('link')).toBeFocused();
    await expect(page.locator('site-search button')).toHaveCount(0);

    asked.length = 0;
    await page.goto(`/search?q=${encodeURIComponent('快手')}`);
    await expect(status).toHaveText('已检索到2025年，50条');
    expect(asked).toEqual(['2025']);
    await page.getByRole('button', { name: '继续检索更早的年份' }).click();
    await expect(status).toHaveText('已检索到2024年，104条，列出100条');
  });
});

/** Puts these items in place of the site's, a shard for each of their years. @returns the years asked for */
async function serveYears(page: Page, items: SearchItem[]): Promise<string[]> {
  const asked: string[] = [];
  const shards = byYear(items);
  await page.context().route(/\/search\/\d{4}\.json$/, (route) => {
    const year = /(\d{4})\.json$/.exec(route.request().url())?.[1] ?? '';
    asked.push(year);
    return route.fulfill({ json: shards.get(year) ?? [] });
  });
  const years = [...shards.keys()].join(' ');
  await page.route(/\/search\?/, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/data-years="[^"]*"/, `data-years="${years}"`);
    await route.fulfill({ response: answer, body });
  });
  return asked;
}
