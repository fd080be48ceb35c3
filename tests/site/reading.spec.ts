import type { Page } from 'playwright/test';
import { pages } from './pages.ts';
import { nextSite, site } from './playwright.config.ts';
import { expect, test } from './test.ts';

test.describe('an issue', () => {
  test('has its sections and items in order, each item with its sources', async ({ page }) => {
    await page.goto('/issues/2025-03-31');
    await expect(page.locator('main h2')).toHaveText([
      '关注·动向',
      '产业要闻',
      '资讯速递',
      '海外传真',
    ]);
    await expect(page.locator('main article')).toHaveCount(16);
    const item = page.locator('main article', { hasText: '快手2024年营收1269亿元' }).first();
    await expect(item.locator('cite')).toHaveText('证券日报');
    // Its own page leads on to the publisher.
    await item.getByRole('link', { name: '快手2024年营收1269亿元' }).click();
    await expect(page.locator('h1')).toHaveText('快手2024年营收1269亿元');
    await expect(page.getByRole('article').getByRole('link', { name: '证券日报' })).toHaveAttribute(
      'href',
      '/sources/证券日报',
    );
  });

  test('leads from its contents to every item, and says when it is from', async ({ page }) => {
    await page.goto('/issues/2025-03-31');
    const contents = page.getByRole('navigation', { name: '本期目录' });
    await contents.getByRole('link', { name: '快手2024年营收1269亿元' }).click();
    await expect(page).toHaveURL(/#ew162c$/);
    await expect(page.locator('#ew162c')).toBeInViewport();
    await expect(page.locator('time[datetime="2025-03-31"]')).toHaveText(
      '二〇二五年三月三十一日 星期一',
    );
  });

  test('leads to the issues before and after', async ({ page }) => {
    await page.goto('/issues/2025-05-19');
    await page.getByRole('link', { name: /^上一期/ }).click();
    await expect(page).toHaveURL(/\/issues\/2025-04-28$/);
    await page.getByRole('link', { name: /^上一期/ }).click();
    await expect(page.getByRole('link', { name: /^上一期/ })).toHaveCount(0);
    await page.getByRole('link', { name: /^下一期/ }).click();
    await expect(page).toHaveURL(/\/issues\/2025-04-28$/);
  });

  test('links the original of an item where it is known', async ({ page }) => {
    await page.goto('/issues/2025-04-28');
    const original = page.locator('article').first().getByRole('link', { name: '光明日报' });
    await expect(original).toHaveAttribute(
      'href',
      'https://tech.gmw.cn/2025-04/25/content_37989569.htm',
    );
    await expect(page.locator('article').first().locator('time')).toHaveAttribute(
      'datetime',
      '2025-04-25',
    );
  });

  test('is reached past the navigation by the skip link', async ({ page }) => {
    await page.goto('/issues/2025-03-31');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: '跳到正文' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#main$/);
  });
});

test('a topic is a timeline, newest first', async ({ page }) => {
  await page.goto('/topics/ai');
  const days = await page
    .locator('main h3 time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
  expect(days.length).toBeGreaterThan(5);
  expect(days).toEqual([...days].sort().reverse());
});

test('no link of the site leads nowhere, its anchors included', async () => {
  const pagesSeen = new Map<string, string>();
  const links: { from: string; to: string }[] = [];
  const queue = new Set(['/']);
  for (const path of queue) {
    // Playwright's own requests take several times as long, and there are hundreds.
    const answer = await fetch(site + path);
    expect(answer.status, path).toBe(200);
    const html = await answer.text();
    pagesSeen.set(path, html);
    for (const [, href = ''] of html.matchAll(/<a [^>]*?href="([^"]*)"/g)) {
      if (/^(https?:|mailto:)/.test(href)) continue;
      const [target = '', anchor] = href.split('#');
      links.push({ from: path, to: `${target || path}#${anchor ?? ''}` });
      if (target !== '') queue.add(target);
    }
  }
  expect(pagesSeen.size).toBeGreaterThan(80);
  const broken = links.filter(({ to }) => {
    const [target = '', anchor = ''] = to.split('#');
    const id = decodeURIComponent(anchor);
    return id !== '' && !pagesSeen.get(target)?.includes(`id="${id}"`);
  });
  expect(broken).toEqual([]);
});

/** Waits until React has taken over the last element of the page and has nothing more to do. */
async function waitForReact(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const last = document.querySelector('body > footer') ?? document.body.lastElementChild;
    return Object.keys(last ?? {}).some((key) => key.startsWith('__reactFiber$'));
  });
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
}

test.describe('next start by itself', () => {
  // Their scripts are the same: one browser that has them goes from page to page.
  for (const part of [0, 1]) {
    test(`serves one page of each kind, and React takes it over without complaint (${part + 1} of 2)`, async ({
      page,
    }) => {
      let at = '';
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          problems.push(`${at}: ${message.text()}`);
      });
      page.on('pageerror', (error) => problems.push(`${at}: ${String(error)}`));
      for (const { kind, path, h1 } of pages.filter((_, index) => index % 2 === part)) {
        at = kind;
        const response = await page.goto(nextSite + path);
        expect(response?.status(), path).toBe(kind === 'not found' ? 404 : 200);
        await waitForReact(page);
        await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(h1);
      }
      expect(problems.filter((text) => !/^not found: .*404/.test(text))).toEqual([]);
    });
  }

  test('answers in full where nothing is, and leads old addresses on', async ({ request }) => {
    for (const path of [
      '/issues/2020-01-01',
      '/sections/nothing',
      '/sources/nobody/2025',
      '/archive/1999',
    ]) {
      const answer = await request.get(nextSite + path);
      expect(answer.status(), path).toBe(404);
      expect(await answer.text()).toContain('<h1>没有这个页面</h1>');
    }
    const old = await request.get(`${nextSite}/issues`, { maxRedirects: 0 });
    expect(old.status()).toBe(308);
    expect(old.headers().location).toMatch(/\/archive$/);
  });
});

test.describe('the figures of a year', () => {
  test('lead by keyboard from the bar of a month to its items', async ({ page }) => {
    await page.goto('/trends');
    const bars = page.getByRole('group', { name: /^人工智能/ });
    await bars.getByRole('link', { name: '6月：11条，每期3.7条' }).focus();
    await page.keyboard.press('Tab');
    await expect(bars.getByRole('link', { name: /^7月/ })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/topics\/ai\/2025#issue-2025-06-30$/);
    await expect(page.locator(':target')).toContainText('2025年6月30日');
    await expect(page.locator(':target')).toBeInViewport();
  });

  test('lead from the number of issues of a month to these issues', async ({ page }) => {
    await page.goto('/trends');
    await page
      .getByRole('row', { name: /^刊期数/ })
      .getByRole('link', { name: '3' })
      .click();
    await expect(page).toHaveURL(/\/archive\/2025#month-6$/);
    await expect(page.locator(':target')).toBeInViewport();
  });
});
