import { expect, type Page, test } from 'playwright/test';
import {
  daysOfEditions,
  daysOfFront,
  daysOfItems,
  daysOfPlaces,
} from '#tests/support/attacks/content.ts';
import { dangersInPage, shapeOfPage } from '#tests/support/attacks/look.ts';
import { attacks } from '#tests/support/attacks/strings.ts';
import { hostileSite as origin } from './playwright.config.ts';

/** Opens a page. @returns what ran, or was asked for, that should not have been */
async function happeningsOn(page: Page, path: string): Promise<string[]> {
  const happenings: string[] = [];
  page.on('dialog', async (dialog) => {
    happenings.push(`${path}: a dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('pageerror', ({ message }) => happenings.push(`${path}: ${message}`));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin)
      happenings.push(`${path}: a request to ${request.url().slice(0, 100)}`);
  });
  page.on('popup', () => happenings.push(`${path}: a window`));
  const answer = await page.goto(origin + path, { waitUntil: 'load' });
  // A page that could not be made would run nothing either.
  expect(answer?.status(), path).toBe(path === '/nowhere' ? 404 : 200);
  const { frames, address } = await page.evaluate(() => ({
    frames: window.frames.length,
    address: location.pathname,
  }));
  if (frames > 0) happenings.push(`${path}: a frame`);
  if (address !== path) happenings.push(`${path}: the page has gone to ${address}`);
  page.removeAllListeners();
  return happenings;
}

const LISTS = ['/', '/archive', '/archive/2023', '/sections/industry', '/sources', '/topics/ai'];
const GATHERED = ['/threads', '/laws', '/cases', '/calendar', '/trends', '/archive/2023/review'];
const OTHERS = ['/topics', '/about', '/feeds', '/search', '/clipping', '/nowhere'];
const ISSUES = daysOfPlaces.map((date) => `/issues/${date}`);
const TITLED = daysOfFront.filter((_, index) => index % 8 === 0).map((date) => `/issues/${date}`);
const EDITIONS = daysOfEditions.flatMap((date) => [
  `/issues/${date}/wechat`,
  `/issues/${date}/mail`,
]);

for (const [what, addresses] of Object.entries({
  'the lists': LISTS,
  'what is gathered from all items': GATHERED,
  'all other pages': OTHERS,
  'the issues, an attack in every place': ISSUES,
  'the issues, an attack in their front matter': TITLED,
  'the editions that are pages': EDITIONS,
})) {
  test(`nothing runs on ${what}`, async ({ page }) => {
    test.setTimeout(180_000);
    expect(addresses.length).toBeGreaterThan(5);
    const happenings: string[] = [];
    for (const path of addresses) happenings.push(...(await happeningsOn(page, path)));
    expect(happenings).toEqual([]);
  });
}

test('every title, summary and editor is text alone, in the head too', async ({ request }) => {
  test.setTimeout(180_000);
  const shapes = new Set<string>();
  for (const date of daysOfFront) {
    const html = await (await request.get(`${origin}/issues/${date}`)).text();
    expect(html).toMatch(/<h3[^>]*>.*条/);
    expect(dangersInPage(html)).toEqual([]);
    shapes.add(shapeOfPage(html).join('\n'));
  }
  // The first and the last have a neighbour on one side.
  expect(shapes.size).toBeLessThanOrEqual(3);
});

test('the page of every item is harmless, its title in the head too', async ({ page, request }) => {
  test.setTimeout(180_000);
  const pages = new Set<string>();
  for (const date of daysOfItems) {
    const html = await (await request.get(`${origin}/issues/${date}`)).text();
    for (const [, path = ''] of html.matchAll(/href="(\/issues\/[^"/]+\/(?!wechat)[0-9a-z]{6})"/g))
      pages.add(path);
  }
  expect(pages.size).toBeGreaterThan(100);
  const happenings: string[] = [];
  for (const [index, path] of [...pages].entries()) {
    const html = await (await request.get(origin + path)).text();
    expect(html, path).toContain('<h1');
    expect(dangersInPage(html), path).toEqual([]);
    if (index % 16 === 0) happenings.push(...(await happeningsOn(page, path)));
  }
  expect(happenings).toEqual([]);
});

test('no address leads out of the folders', async ({ request }) => {
  test.setTimeout(180_000);
  const texts = attacks.filter(({ kind }) => kind === 'path').map(({ text }) => text);
  const climbing = ['../', '..%2f', '%2e%2e/', '..\\'].map((up) => up.repeat(9));
  for (const text of [...texts, ...climbing.map((up) => `${up}dibao-secret`)]) {
    for (const path of [`/${text}`, `/issues/${text}`, `/sources/${text}`, `/files/${text}`]) {
      const answer = await request.get(origin + path, { failOnStatusCode: false });
      const body = await answer.text();
      expect(body, path).not.toMatch(/root:[^:]*:0:|a secret/);
      expect(answer.status(), path).toBeLessThan(500);
    }
  }
});
