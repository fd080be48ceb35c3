import { brotliCompressSync, constants } from 'node:zlib';
import type { Page } from 'playwright/test';
import { BEST_QUALITY } from '#lib/publish/compress.ts';
import { expectAccessible, expectRoom } from './axe.ts';
import { pages } from './pages.ts';
import { expect, test } from './test.ts';

/** What no page has: the runtime of Next, a script that is not ours, a style sheet that has to be asked for. */
function expectBare(html: string): void {
  expect(html).not.toMatch(/\/_next\/|self\.__next|__NEXT|<!--/);
  expect(
    html.match(/<script(?![^>]*(application\/ld\+json|speculationrules|src="\/scripts\/)|>try\{)/g),
  ).toBeNull();
  expect(html.match(/<style>/g)).toHaveLength(1);
}

/** How much wider than the screen the page is, in pixels. */
const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What a visit of a page asks for, and what goes wrong, until its end: what comes late is seen too. */
function watch(page: Page) {
  const requests: string[] = [];
  const problems: string[] = [];
  page.on('request', (asked) => requests.push(decodeURI(new URL(asked.url()).pathname)));
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  return { requests, problems };
}

for (const { kind, path, title, h1 } of pages) {
  test(`${kind} (${path}) is one request, says what it is, passes axe and fits any screen`, async ({
    page,
  }) => {
    const { requests, problems } = watch(page);
    const response = await page.goto(path);
    expect(response?.status()).toBe(kind === 'not found' ? 404 : 200);
    expectBare((await response?.text()) ?? '');

    await expect(page).toHaveTitle(kind === 'front page' ? /^版权周报 · / : title);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(h1);
    const described = await page.locator('meta[name=description]').getAttribute('content');
    expect(described?.length).toBeGreaterThan(5);
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
    const own = kind === 'not found' ? '/404' : path;
    // The newest year of a list is the page of the whole list; `head.test.tsx` says which pages are.
    expect([own, own.replace(/\/2025$/, '')]).toContain(
      decodeURI(new URL(canonical ?? '').pathname),
    );
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    for (const landmark of ['banner', 'main', 'contentinfo'] as const) {
      await expect(page.getByRole(landmark)).toHaveCount(1);
    }
    const levels = await page
      .locator('h1, h2, h3, h4')
      .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries())
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    await expectAccessible(page);

    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflowOf(page), 'on a screen of 320 pixels').toBeLessThanOrEqual(0);

    await page.setViewportSize({ width: 800, height: 900 });
    // The page's policy allows no other style element.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':root { font-size: 200% !important }');
      document.adoptedStyleSheets.push(sheet);
    });
    expect(await overflowOf(page), 'with letters of twice the size').toBeLessThanOrEqual(0);
    await expectRoom(page);

    const loaded = requests.filter((asked) => asked !== '/favicon.svg');
    expect(loaded[0]).toBe(path);
    expect(loaded.slice(1).filter((asked) => !asked.startsWith('/scripts/'))).toEqual([]);
    expect(loaded.length).toBeLessThanOrEqual(3);
    // Chromium says of the 404 page that it is one.
    expect(problems.filter((text) => !(kind === 'not found' && text.includes('404')))).toEqual([]);
  });
}

test('every page has a title, a description and a canonical address of its own', async ({
  request,
}) => {
  const heads = await Promise.all(
    pages.map(async ({ path }) => {
      const html = await (await request.get(path)).text();
      return [
        /<title>(.*?)<\/title>/,
        /name="description" content="(.*?)"/,
        /rel="canonical" href="(.*?)"/,
      ].map((pattern) => pattern.exec(html)?.[1]);
    }),
  );
  // The newest year of a list says that it is the page of the list.
  const own = (index: number) => !/\/2025$/.test(pages[index]?.path ?? '');
  for (const column of [0, 1, 2]) {
    const values = heads.filter((_, index) => own(index)).map((head) => head[column]);
    expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
  }
});

test('the first issue is at most 10.5 KB in brotli with its styles, 14 KB with all it loads', async ({
  page,
  request,
}) => {
  const answer = await request.get('/issues/2025-03-31', { headers: { 'Accept-Encoding': 'br' } });
  expect(answer.headers()['content-encoding']).toBe('br');
  expect(Number(answer.headers()['content-length'])).toBeLessThanOrEqual(10.5 * 1024);
  // The length is that of the page itself: compressing it anew comes out the same.
  const compressed = brotliCompressSync(await answer.body(), {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: BEST_QUALITY,
    },
  });
  expect(Math.abs(compressed.length - Number(answer.headers()['content-length']))).toBeLessThan(64);

  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto('/issues/2025-03-31');
  // Its scripts have come: the tools of an item are made by one.
  await expect(page.locator('item-tools button').first()).toBeVisible();
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThanOrEqual(14 * 1024);
});
