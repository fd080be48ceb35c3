import type { Page } from 'playwright/test';
import { expect, test } from './test.ts';

test.describe('on paper', () => {
  const sheetsOf = async (page: Page) =>
    (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)
      ?.length;

  test('the front page is one sheet, and sheets have numbers', async ({ page }) => {
    await page.goto('/');
    expect(await sheetsOf(page)).toBe(1);
    await page.goto('/issues/2025-03-31');
    expect(await sheetsOf(page)).toBeGreaterThan(1);
    const boxes = await page.evaluate(() =>
      [...document.styleSheets].flatMap((sheet) =>
        JSON.stringify([...sheet.cssRules].map(({ cssText }) => cssText)),
      ),
    );
    expect(boxes.join()).toMatch(/@bottom-center \{[^}]*content: counter\(page\)/);
  });

  test('a source line stands in the column in which its item ends', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto('/issues/2025-03-31');
    const apart = await page.evaluate(() => {
      const text = document.querySelector('article')?.closest('div');
      const short = new CSSStyleSheet();
      document.adoptedStyleSheets.push(short);
      const found: string[] = [];
      let seen = 0;
      for (let height = 200; height <= 400; height += 10) {
        short.replaceSync(
          `div:has(> section > article) { height: ${height}px; column-fill: auto !important }`,
        );
        for (const source of text?.querySelectorAll('.prose + *') ?? []) {
          const end = [
            ...(source.previousElementSibling?.lastElementChild?.getClientRects() ?? []),
          ].at(-1);
          const [start] = source.getClientRects();
          seen += 1;
          if (end !== undefined && start !== undefined && Math.abs(end.left - start.left) > 50)
            found.push(`${height}: ${source.textContent}`);
        }
      }
      return { found, seen };
    });
    expect(apart.seen).toBeGreaterThan(100);
    expect(apart.found).toEqual([]);
  });
});
