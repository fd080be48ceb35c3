import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { linesOf } from './lines.ts';
import { expect, test } from './test.ts';

const issues = readdirSync(join(import.meta.dirname, '../../content/issues'))
  .filter((file) => file.endsWith('.md'))
  .map((file) => `/issues/${file.slice(0, -'.md'.length)}`);
const PHONES = [320, 360, 390];
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Headlines that have a line that ends inside a word, each with `|` where the lines end. */
async function brokenHeadlines(page: Page): Promise<string[]> {
  const headlines = page.locator(
    'main :is(h1, h2, h3), main .headlines > li > a, main summary ~ * li a',
  );
  return (await linesOf(headlines)).flatMap((lines) => {
    const text = lines.map((line) => line.text).join('');
    const ends = new Set(Array.from(segmenter.segment(text), ({ index }) => index));
    let at = 0;
    const isBroken = lines.slice(0, -1).some((line) => {
      at += line.text.length;
      return !ends.has(at);
    });
    return isBroken ? [lines.map((line) => line.text).join('|')] : [];
  });
}

test.describe('on a phone', () => {
  for (const path of issues)
    test(`no line of ${path} is torn, and no headline broken inside a word`, async ({ page }) => {
      await page.goto(path);
      await page
        .locator('main details')
        .first()
        .evaluate((details) => details.setAttribute('open', ''));
      for (const width of PHONES) {
        await page.setViewportSize({ width, height: 800 });
        const lines = (await linesOf(page.locator('.prose :is(p, li)'))).flat();
        expect(lines.length).toBeGreaterThan(20);
        expect(
          lines.filter(({ stretch }) => stretch > 1.25),
          `at ${width} pixels`,
        ).toEqual([]);
        expect(await brokenHeadlines(page), `at ${width} pixels`).toEqual([]);
      }
    });

  test('no headline of the lists is broken inside a word', async ({ page }) => {
    for (const path of ['/', '/sections/industry', '/threads', '/cases']) {
      await page.goto(path);
      for (const width of PHONES) {
        await page.setViewportSize({ width, height: 800 });
        expect(await brokenHeadlines(page), `${path} at ${width} pixels`).toEqual([]);
      }
    }
  });
});

test('text is justified where its lines are long, by the letters of the reader', async ({
  page,
}) => {
  const text = page.locator('.prose > p').first();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/issues/2025-03-31');
  await expect(text).toHaveCSS('text-align', 'justify');
  await page.setViewportSize({ width: 600, height: 800 });
  await expect(text).toHaveCSS('text-align', 'justify');
  await page.evaluate(() => {
    document.documentElement.dataset.size = 'huge';
  });
  await expect(text).not.toHaveCSS('text-align', 'justify');
});

test('a headline is selected, found and read by scripts as it was written', async ({ page }) => {
  const answer = await page.request.get('/issues/2025-03-31.json');
  const issue: { sections: { items: { title: string }[] }[] } = await answer.json();
  const titles = issue.sections.flatMap(({ items }) => items.map(({ title }) => title));
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/issues/2025-03-31');
  const headlines = page.locator('article h3 a');
  expect(await headlines.evaluateAll((all) => all.map(({ textContent }) => textContent))).toEqual(
    titles,
  );
  expect(await page.locator('article h3 wbr').count()).toBeGreaterThan(titles.length);
  const copied = await headlines.evaluateAll((all) =>
    all.map((each) => {
      getSelection()?.selectAllChildren(each);
      return String(getSelection());
    }),
  );
  expect(copied).toEqual(titles);
  // `window.find` searches as the reader's own search does.
  const isFound = (text: string) =>
    page.evaluate((sought) => {
      getSelection()?.removeAllRanges();
      return Reflect.get(window, 'find').call(window, sought);
    }, text);
  for (const title of titles) expect(await isFound(title), title).toBe(true);
  expect(await isFound('没有这样的标题')).toBe(false);
});

test('quotation marks in Chinese text are as wide as its characters, in English text as narrow as Latin', async ({
  page,
}) => {
  await page.goto('/issues/2025-04-28');
  const measured = await page.evaluate(async () => {
    const faces = [...document.fonts].map(({ family }) => family);
    const [face] = await document.fonts.load('16px marks', '“');
    const widthOf = (html: string, parent: Element | null) => {
      const box = document.createElement('span');
      box.style.cssText = 'position: absolute; white-space: nowrap; text-autospace: no-autospace';
      box.innerHTML = html;
      parent?.append(box);
      const { width } = box.getBoundingClientRect();
      box.remove();
      return width;
    };
    const text = document.querySelector('.prose p');
    return {
      faces,
      isThere: face?.status === 'loaded',
      marks: widthOf('国“国”国—国…国·国', text) - widthOf('国国国国国国', text),
      character: widthOf('国国', text) - widthOf('国', text),
      english:
        widthOf('<span lang="en">O’O</span>', text) - widthOf('<span lang="en">OO</span>', text),
    };
  });
  expect(measured.faces).toEqual(['marks', 'serif-marks']);
  expect(measured.english).toBeLessThan(measured.character / 2);
  // Where none of the named faces is installed, the marks are those of the system.
  if (measured.isThere) expect(measured.marks / measured.character).toBeCloseTo(5, 1);
});
