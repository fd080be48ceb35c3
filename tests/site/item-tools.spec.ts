import { expectAccessible } from './axe.ts';
import { expect, test } from './test.ts';
import { openTools } from './tools.ts';

test.describe('an item', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('has its address copied and drawn, and its menu moves nothing', async ({ page }) => {
    await page.goto('/issues/2025-04-28');
    const first = page.locator('article').first();
    const id = await first.getAttribute('id');
    const button = first.getByRole('button', { name: /^工具：/ });
    await expect(button).toHaveAccessibleName(/工具：国新办发布会/);
    const place = () =>
      page
        .locator('article')
        .nth(1)
        .evaluate((next) => next.getBoundingClientRect().top + scrollY);
    const before = await place();
    const menu = await openTools(first);
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await menu.getByRole('button', { name: '复制链接' }).press('Enter');
    await expect(menu.getByRole('status')).toContainText('已复制');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`http://localhost:3000/issues/2025-04-28/${id}`);
    await menu.getByRole('button', { name: '二维码' }).press('Enter');
    await expect(menu.getByRole('img', { name: `二维码：${copied}` })).toBeVisible();
    await expectAccessible(page, '.item-menu');
    expect(await place()).toEqual(before);
    await expect(menu.getByRole('link', { name: '报错' })).toHaveAttribute(
      'href',
      new RegExp(`^mailto:.*${encodeURIComponent(copied)}`),
    );
    await page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await expect(button).toBeFocused();
    await expect(button).toHaveAttribute('aria-expanded', 'false');
  });

  test('has its tools on its own page too, and shares what the system can share', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      Object.assign(navigator, { share: async (data: object) => Object.assign(window, { data }) });
    });
    await page.goto('/issues/2025-04-28');
    await page.locator('article h3 a').first().press('Enter');
    await expect(page).toHaveURL(/\/issues\/2025-04-28\/\w{6}$/);
    const menu = await openTools(page.locator('article'));
    await menu.getByRole('button', { name: '分享' }).press('Enter');
    const title = await page.locator('h1').textContent();
    const shared = await page.evaluate(() => ('data' in window ? window.data : undefined));
    expect(shared).toEqual({
      title,
      url: await page.locator('link[rel=canonical]').getAttribute('href'),
    });
  });
});

test('the Tab key stops fewer than 60 times on the page of the first issue', async ({ page }) => {
  await page.goto('/issues/2025-03-31');
  await expect(page.locator('item-tools button')).toHaveCount(16);
  let stops = 0;
  for (let end = false; !end && stops < 100; stops += 1) {
    await page.keyboard.press('Tab');
    end = await page.evaluate(() => document.activeElement === document.body);
  }
  expect(stops - 1).toBeGreaterThan(30);
  expect(stops - 1).toBeLessThan(60);
});
