import type { Page } from 'playwright/test';
import { expect, test } from './test.ts';

const ISSUE = '/issues/2025-03-31';

/** Stores a setting before a page is opened, as a reader's earlier visit would have. */
async function choose(page: Page, settings: Record<string, string>): Promise<void> {
  await page.addInitScript((stored) => {
    for (const [key, value] of Object.entries(stored)) localStorage.setItem(`dibao.${key}`, value);
  }, settings);
}

test.describe('settings', () => {
  test('of contrast and line height hold before scripts run, and are kept', async ({ page }) => {
    await page.route('/scripts/*', (route) => route.abort());
    await choose(page, { theme: 'contrast', leading: 'loose' });
    await page.goto(ISSUE);
    const look = await page.evaluate(() => {
      const prose = getComputedStyle(document.querySelector('article .prose p') ?? document.body);
      const page = getComputedStyle(document.documentElement);
      const lines = Number.parseFloat(prose.lineHeight) / Number.parseFloat(prose.fontSize);
      return { paper: page.backgroundColor, ink: page.color, lines };
    });
    expect(look.paper).toBe('rgb(255, 255, 255)');
    expect(look.ink).toBe('rgb(0, 0, 0)');
    expect(look.lines).toBeCloseTo(2.2);
  });

  test('follow a system that asks for more contrast, in the dark too', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
    await page.goto('/about');
    const ink = () => page.evaluate(() => getComputedStyle(document.documentElement).color);
    expect(await ink()).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
    expect(await ink()).toBe('rgb(0, 0, 0)');
  });

  test('switch single keys off, and tell which there are', async ({ page }) => {
    await page.goto('/issues/2025-05-19');
    await page.locator('reader-settings summary').click();
    const keys = page.getByRole('group', { name: '单键快捷键' });
    await keys.getByRole('button', { name: '有哪些' }).press('Enter');
    await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.locator('reader-settings summary').click();
    await keys.getByRole('checkbox').press('Space');
    await page.reload();
    await page.locator('h1').click();
    for (const key of ['j', 'p', '?']) await page.keyboard.press(key);
    await expect(page).toHaveURL(/2025-05-19$/);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('article :focus')).toHaveCount(0);
    await page.locator('reader-settings summary').click();
    await expect(keys.getByRole('checkbox')).not.toBeChecked();
    await keys.getByRole('checkbox').press('Space');
    await page.keyboard.press('Escape');
    await page.keyboard.press('p');
    await expect(page).toHaveURL(/2025-04-28$/);
  });
});

test('no key leads away while a reader types', async ({ page }) => {
  await page.goto('/issues/2025-05-19');
  await page.evaluate(() => {
    const main = document.querySelector('main');
    main?.insertAdjacentHTML(
      'afterbegin',
      '<p contenteditable>写</p><select><option>甲</option></select><textarea></textarea>',
    );
  });
  for (const field of ['main p[contenteditable]', 'main select', 'main textarea']) {
    await page.locator(field).focus();
    for (const key of ['p', 'n', 'j', '?']) await page.keyboard.press(key);
    await expect(page.locator(field)).toBeFocused();
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(/2025-05-19$/);
});

test('the days of the calendar do not make later issues old', async ({ page }) => {
  await page.goto('/calendar');
  const day = await page.evaluate(() => localStorage.getItem('dibao.newest-issue'));
  expect(day).toMatch(/^2025-/);
  // A visit before, on the day of an issue that was not there yet.
  await page.evaluate(() => {
    localStorage.setItem('dibao.newest-issue', '2025-07-07');
    localStorage.setItem('dibao.seen', String(new Date('2025-09-15T07:00:00').getTime()));
  });
  await page.goto('/calendar');
  await expect(page.locator('main time .new')).toHaveCount(0);
  await page.goto('/archive/2025');
  await expect(page.locator('.new')).toHaveCount(1);
  await expect(page.locator('time', { has: page.locator('.new') })).toHaveAttribute(
    'datetime',
    '2025-09-15',
  );
});

test('the marks of a thread are there with forced colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/threads/2025-06-30-bn9c3y');
  const mark = await page
    .locator('main li')
    .first()
    .evaluate((item) => {
      const { borderTopColor, borderTopWidth } = getComputedStyle(item, '::before');
      return { borderTopColor, width: Number.parseFloat(borderTopWidth) };
    });
  expect(mark.width).toBeGreaterThan(3);
  const paper = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  );
  expect(mark.borderTopColor).not.toBe(paper);
});
