import type { Page } from 'playwright/test';
import { examples } from '#tests/examples/examples.ts';
import { expectAccessible } from './axe.ts';
import { examplesSite } from './playwright.config.ts';
import { expect, test } from './test.ts';

/** What no text may do to a page: make it wider than the screen. */
async function expectFits(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  const { width, screen } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  expect(width).toBeLessThanOrEqual(screen);
}

// What is around the text is the same as on the pages of pages.spec.ts.
for (const { name, date, holds } of examples) {
  test(name, async ({ page }) => {
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error')
        problems.push(`${message.text()} ${message.location().url}`.trim());
    });
    page.on('dialog', (dialog) => problems.push(dialog.message()));
    await page.goto(`${examplesSite}/issues/${date}`, { waitUntil: 'load' });
    await expect(page.locator('main')).toContainText(holds);
    await expect(page).not.toHaveTitle('broken');
    await expectFits(page);
    await expectAccessible(page, 'main');
    expect(problems).toEqual([]);
  });
}

const LISTS = [
  '/',
  '/archive',
  '/archive/2025/review',
  '/sections/industry',
  '/sources',
  '/topics/ai',
  '/threads',
  '/threads/2025-03-10-hostile',
  '/laws',
  '/cases',
  '/calendar',
  '/trends',
  '/about',
];

for (const path of LISTS) {
  test(`the examples in the lists of ${path}`, async ({ page }) => {
    await page.goto(examplesSite + path);
    await expect(page.locator('h1')).toBeVisible();
    await expectFits(page);
    await expectAccessible(page, 'main');
  });
}
