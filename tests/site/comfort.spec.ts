import { findWholeChromium } from '#tests/gate/chromium.ts';
import { startBrowser } from '#tests/support/browser.ts';
import { goToNext } from '#tests/support/navigation.ts';
import { expectAccessible } from './axe.ts';
import { site } from './playwright.config.ts';
import { expect, test } from './test.ts';

test('search results, open settings and the list of keys pass axe, light and dark', async ({
  page,
}) => {
  await page.goto(`/search?q=${encodeURIComponent('版权')}`);
  await expect(page.locator('site-search li').first()).toBeVisible();
  await expectAccessible(page, 'main');
  await page.goto('/issues/2025-05-19');
  await page.locator('reader-settings summary').click();
  await expectAccessible(page, 'reader-settings');
  await page.locator('reader-settings summary').click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, 'dialog');
});

test.describe('the facts of layout', () => {
  test('text is set in lines of at most 34 characters, 1.75 to 1.8 high, of 17 to 18 pixels', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('/issues/2025-03-31');
    const text = await page
      .locator('article .prose p')
      .first()
      .evaluate((paragraph) => {
        const style = getComputedStyle(paragraph);
        const size = Number.parseFloat(style.fontSize);
        return {
          size,
          measure: paragraph.getBoundingClientRect().width / size,
          height: Number.parseFloat(style.lineHeight) / size,
          strict: style.lineBreak,
        };
      });
    expect(text.size).toBeGreaterThanOrEqual(17);
    expect(text.size).toBeLessThanOrEqual(18);
    expect(text.measure).toBeLessThanOrEqual(34.1);
    expect(text.measure).toBeGreaterThan(30);
    expect(text.height).toBeGreaterThanOrEqual(1.75);
    expect(text.height).toBeLessThanOrEqual(1.81);
    expect(text.strict).toBe('strict');
  });

  test('contents stand beside the text where there is room, and folded above it where not', async ({
    page,
  }) => {
    const contents = page.getByRole('navigation', { name: '本期目录' });
    const first = page.locator('article').first();
    await page.setViewportSize({ width: 1024, height: 800 });
    await page.goto('/issues/2025-03-31');
    const [beside, text] = [await contents.boundingBox(), await first.boundingBox()];
    expect((beside?.x ?? 0) + (beside?.width ?? 0)).toBeLessThanOrEqual(text?.x ?? 0);
    await expect(contents.getByRole('link').first()).toBeVisible();
    await page.setViewportSize({ width: 1000, height: 800 });
    const [above, below] = [await contents.boundingBox(), await first.boundingBox()];
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
    await expect(contents.getByRole('link').first()).toBeHidden();
    await contents.locator('summary').click();
    await expect(contents.getByRole('link').first()).toBeVisible();
  });

  test('contents beside the text are reached by keyboard', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/issues/2025-03-31');
    const contents = page.getByRole('navigation', { name: '本期目录' });
    await contents.focus();
    await page.keyboard.press('Tab');
    await expect(contents.getByRole('link', { name: '关注·动向' })).toBeFocused();
  });

  test('every link and button in the frame is as large as a finger', async ({ page }) => {
    await page.goto('/issues/2025-03-31');
    const small = await page
      .locator('header nav a, item-tools button, reader-settings summary')
      .evaluateAll(
        (targets) =>
          targets.filter((target) => target.getBoundingClientRect().height < 43.5).length,
      );
    expect(small).toBe(0);
  });

  test('the sheet has two columns and the address of each source', async ({ page }) => {
    await page.goto('/issues/2025-04-28');
    await page.emulateMedia({ media: 'print' });
    const section = page.locator('main section').first();
    expect(
      await section.evaluate(
        (element) => getComputedStyle(element.parentElement ?? element).columnCount,
      ),
    ).toBe('2');
    const printed = await page
      .locator('article a[rel=external]')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(printed).toContain('https://tech.gmw.cn/2025-04/25/content_37989569.htm');
    for (const tool of ['header nav', 'header form', 'reader-settings', 'item-tools']) {
      await expect(page.locator(tool).first()).toBeHidden();
    }
  });
});

test('colours give way to those that the reader forces, and motion to stillness', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.goto('/issues/2025-03-31');
  const { link, text } = await page.evaluate(() => {
    const colorOf = (selector: string) =>
      getComputedStyle(document.querySelector(selector) ?? document.body).color;
    return { link: colorOf('main a[rel=next]'), text: colorOf('article p') };
  });
  expect(link).not.toBe(text);
});

test('a link that is pointed at is rendered before the click', async () => {
  const chromium = findWholeChromium();
  if (chromium === undefined) {
    test.skip(true, 'no Chromium is here but a headless shell, which renders nothing ahead');
    return;
  }
  const browser = await startBrowser(chromium);
  const [from, to] = [`${site}/issues/2025-04-28`, `${site}/issues/2025-05-19`];
  const { paint, prerendered } = await goToNext(browser, { from, to, pointed: true });
  await browser.close();
  // `npm run bench` measures this time; here it is only printed.
  const description = `${paint.toFixed(0)} ms from the click to the first paint`;
  test.info().annotations.push({ type: 'speed', description });
  expect(prerendered).toBe(true);
});
