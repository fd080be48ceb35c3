import AxeBuilder from '@axe-core/playwright';
import { nextSite, site } from './playwright.config.ts';
import { expect, test } from './test.ts';

const path = '/issues/2025-03-31/mail';

test.describe('the mail of an issue', () => {
  test('and its message are the same from the press and from Next', async ({ request }) => {
    for (const [file, type] of [
      [path, 'text/html'],
      ['/issues/2025-03-31.eml', 'message/rfc822'],
    ] as const) {
      const [printed, served] = await Promise.all(
        [site, nextSite].map(async (origin) => {
          const answer = await request.get(origin + file);
          expect([answer.status(), answer.headers()['content-type']]).toEqual([
            200,
            expect.stringContaining(type),
          ]);
          return answer.text();
        }),
      );
      expect(served).toBe(printed);
    }
  });

  test('reads in the light and in the dark, on a phone too, and asks for nothing', async ({
    page,
  }) => {
    const requests: string[] = [];
    page.on('request', (asked) => requests.push(new URL(asked.url()).pathname));
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.getByRole('heading', { name: '快手2024年营收1269亿元' })).toBeVisible();
      // A mail is no page: it has no landmarks.
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .withTags(['wcag2a', 'wcag2aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(320);
    }
    expect(requests.filter((asked) => asked !== path && asked !== '/favicon.ico')).toEqual([]);
  });
});
