import type { Page } from 'playwright/test';
import { nextSite } from './playwright.config.ts';
import { expect, test } from './test.ts';

const path = '/issues/2025-03-31/wechat';

/** What an editor of formatted text makes of the clipboard: its text, its elements, their styles. */
async function pasteInto(page: Page) {
  await page.evaluate(() => {
    document.body.innerHTML = '<div contenteditable="true"></div>';
    document.querySelector<HTMLElement>('[contenteditable]')?.focus();
  });
  await page.keyboard.press('ControlOrMeta+V');
  return page.evaluate(read, '[contenteditable]');
}

function read(selector: string) {
  const root = document.querySelector<HTMLElement>(selector);
  const elements = [...(root?.querySelectorAll<HTMLElement>('*') ?? [])];
  return {
    text: root?.innerText.replace(/\s+/g, '') ?? '',
    elements: elements.map(({ tagName }) => tagName).join(' '),
    styles: elements.map(({ style }) =>
      [style.margin, style.fontSize, style.opacity, style.borderLeft, style.textAlign].join('|'),
    ),
    other: elements.flatMap((element) =>
      element.getAttributeNames().filter((name) => !['style', 'src', 'alt'].includes(name)),
    ),
  };
}

test.describe('the 公众号 page', () => {
  for (const way of ['the clipboard', 'a selection, where there is no clipboard'] as const) {
    test(`puts the article as formatted text on the clipboard by ${way}`, async ({
      page,
      context,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      if (way !== 'the clipboard') {
        await page.addInitScript(() =>
          Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined }),
        );
      }
      await page.goto(path);
      const shown = await page.evaluate(read, '#article');
      expect(shown.text).toContain('快手2024年营收1269亿元');
      await page.getByRole('button', { name: '复制正文' }).click();
      await expect(page.getByRole('status')).toHaveText('已复制');
      const pasted = await pasteInto(page);
      expect(pasted.text).toBe(shown.text);
      expect(pasted.elements).toBe(shown.elements);
      expect(pasted.styles).toEqual(shown.styles);
      expect(pasted.other).toEqual([]);
    });
  }

  test('copies the title and the digest as plain text, by keyboard', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(path);
    for (const [name, id] of [
      ['复制标题', 'title'],
      ['复制摘要', 'digest'],
    ] as const) {
      const text = await page.locator(`#${id}`).innerText();
      await page.getByRole('button', { name }).press('Enter');
      await expect(page.getByRole('status')).toHaveText('已复制');
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    }
    expect(await page.locator('#title').innerText()).toBe('版权周报 2025年3月31日 第1期');
  });

  test('says when the browser lets nothing be copied, and leaves it selected', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await page.goto(path);
    await page.getByRole('button', { name: '复制正文' }).click();
    await expect(page.getByRole('status')).toContainText('已经选中');
    expect(await page.evaluate(() => String(getSelection()))).toContain('快手2024年营收1269亿元');
  });

  test('is kept from search engines, and copies where Next itself serves it', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(nextSite + path);
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    await page.getByRole('button', { name: '复制正文' }).click();
    await expect(page.getByRole('status')).toHaveText('已复制');
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });
    test('shows everything, to be selected by hand', async ({ page }) => {
      await page.goto(path);
      await expect(page.locator('#article')).toContainText('快手2024年营收1269亿元');
      await expect(page.locator('dd noscript')).toBeVisible();
    });
  });
});
