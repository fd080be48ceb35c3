import { pages } from './pages.ts';
import { nextSite, site } from './playwright.config.ts';
import { expect, test } from './test.ts';

const TYPES: Record<string, string> = {
  'feed.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
};

test('every page names the feeds of the site, and first that of what it lists', async ({
  request,
}) => {
  for (const { kind, path } of pages) {
    const html = await (await request.get(path)).text();
    const links =
      html.match(/<link rel="alternate" type="application\/(?:rss|atom)\+xml"[^>]+>/g) ?? [];
    const hrefs = links.map((link) => /href="([^"]+)"/.exec(link)?.[1] ?? '');
    const ofDesk = /^(law|case)$/.test(kind);
    const own =
      ofDesk || /^(section|source|topic|entity)( |$)|^thread$/.test(kind)
        ? [`${encodeURI(path).replace(/\/\d{4}$/, '')}/${ofDesk ? 'atom' : 'feed'}.xml`]
        : [];
    expect(hrefs.map((href) => new URL(href).pathname)).toEqual([
      ...own,
      '/feed.xml',
      '/issues/feed.xml',
    ]);
    for (const link of links)
      expect(link).toMatch(/type="application\/\w+\+xml" title="[^"]+" href="[^"]+"/);
  }
});

test('the page of feeds leads to all of them, by the type that each is', async ({
  page,
  request,
}) => {
  await page.goto('/feeds');
  const addresses = await page
    .locator('main li span a[type]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.length).toBeGreaterThan(60);
  expect(addresses.length % 3).toBe(0);
  for (const address of addresses) {
    const answer = await fetch(new URL(address, site), { method: 'HEAD' });
    expect(answer.status, address).toBe(200);
    expect(answer.headers.get('content-type')).toContain(TYPES[address.split('/').at(-1) ?? '']);
  }
  const opml = await request.get('/feeds.opml');
  expect(opml.headers()['content-type']).toContain('text/x-opml');
  expect((await opml.text()).match(/xmlUrl=/g)).toHaveLength(addresses.length / 3);
});

test('the Next server alone answers with the same feeds', async ({ request }) => {
  for (const path of [
    '/feed.xml',
    '/issues/atom.xml',
    '/sources/光明日报/feed.json',
    '/feeds.opml',
  ]) {
    const [printed, rendered] = await Promise.all([
      request.get(path),
      request.get(nextSite + encodeURI(path)),
    ]);
    expect(rendered.status(), path).toBe(200);
    expect(await rendered.text()).toBe(await printed.text());
    expect(rendered.headers()['content-type']).toBe(printed.headers()['content-type']);
  }
  expect((await request.get(`${nextSite}/sections/nowhere/feed.xml`)).status()).toBe(404);
});

test('the list of feeds is short to read and easy to press on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 720 });
  await page.goto('/feeds');
  const heightsOf = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().height));
  for (const height of await heightsOf('main li a')) expect(height).toBeGreaterThanOrEqual(44);
  for (const height of await heightsOf('main section:nth-of-type(2) li'))
    expect(height).toBeLessThan(60);
});
