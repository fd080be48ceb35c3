import type { Page } from 'playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './test.ts';

const ISSUE = '/issues/2025-03-31';

/** Stores a setting before a page is opened, as a reader's earlier visit would have. */
async function choose(page: Page, settings: Record<string, string>): Promise<void> {
  await page.addInitScript((stored) => {
    for (const [key, value] of Object.entries(stored)) localStorage.setItem(`dibao.${key}`, value);
  }, settings);
}

test.describe('traditional characters', () => {
  test('are shown everywhere, kept from page to page, and taken back exactly', async ({ page }) => {
    await page.goto(ISSUE);
    const state = () =>
      page.evaluate(() => ({
        title: document.title,
        text: document.querySelector('main')?.textContent,
        placeholder: document.querySelector('header input')?.getAttribute('placeholder'),
        links: [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href')),
        ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      }));
    // The tools of the items are there before and after.
    await expect(page.locator('item-tools button').first()).toBeVisible();
    const written = await state();
    await page.locator('reader-settings summary').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('简体').focus();
    await page.keyboard.press('ArrowRight');
    const html = page.locator('html');
    await expect(html).toHaveAttribute('lang', 'zh-Hant');
    await expect(page).toHaveTitle('版權週報 2025年3月31日 第1期');
    const shown = await state();
    expect(shown.placeholder).toBe('檢索');
    expect(shown.text).toContain('外交部副部長馬朝旭會見世界知識產權組織總幹事鄧鴻森');
    expect(shown.text).not.toMatch(/[权织总这个们]/);
    expect({ links: shown.links, ids: shown.ids }).toEqual({
      links: written.links,
      ids: written.ids,
    });
    // What a script adds.
    await expect(page.getByRole('group', { name: '關注詞' })).toBeVisible();
    await page.evaluate(() => {
      document
        .querySelector('h1')
        ?.insertAdjacentHTML('afterend', '<p id="late" title="权利">后来的<b>发</b>布</p>');
    });
    await expect(page.locator('#late')).toHaveText('後來的發佈');
    await expect(page.locator('#late')).toHaveAttribute('title', '權利');
    await page.evaluate(() => document.getElementById('late')?.remove());
    await page.getByLabel('簡體').check();
    await expect(html).toHaveAttribute('lang', 'zh-CN');
    expect(await state()).toEqual(written);
  });

  test('leave foreign words and what the reader types as they are, on every page', async ({
    page,
  }) => {
    await choose(page, { han: 'traditional' });
    await page.goto(`/search?q=${encodeURIComponent('版权')}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('檢索');
    await expect(page.locator('main input[name=q]')).toHaveValue('版权');
    await expect(page.locator('site-search li').first()).toContainText('版權');
    const values = await page
      .locator('main option')
      .evaluateAll((all) =>
        all.map((option) => (option instanceof HTMLOptionElement ? option.value : '')),
      );
    expect(values).toContain('光明日报');
    await page.evaluate(() => {
      document
        .querySelector('h1')
        ?.insertAdjacentHTML('afterend', '<p id="late" lang="ja">国会図書館</p>');
    });
    await page.evaluate(() => new Promise((done) => setTimeout(done)));
    await expect(page.locator('#late')).toHaveText('国会図書館');
    await page.goto('/about');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('關於版權週報');
    await expectAccessible(page, 'main');
  });
});

test.describe('without a network', () => {
  // What a service worker fetches is not cut off by the test.
  test.use({ serviceWorkers: 'block' });

  test('a page is shown though its traditional characters cannot be had', async ({ page }) => {
    await choose(page, { han: 'traditional' });
    await page.route('/scripts/traditional.js', (route) => route.abort());
    await page.goto('/about');
    await expect(page.locator('body')).toHaveCSS('opacity', '1');
    await page.locator('reader-settings summary').click();
    await page.getByLabel('简体').check();
    await page.getByLabel('繁體').check();
    await expect(page.getByRole('status')).toHaveText('繁体字表没有取到，请检查网络');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  });
});
