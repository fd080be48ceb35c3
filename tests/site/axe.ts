import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { expect } from './test.ts';

/** The rules whose result depends on the colour scheme. */
const COLORS = ['color-contrast', 'link-in-text-block'];
/** The rules whose result depends on the width of the window or the size of the letters. */
const ROOM = ['scrollable-region-focusable', 'target-size'];

/**
 * Has axe look at a page in the light by all its rules, and in the dark at its colours; at those of a whole page in high
 * contrast too, in the dark: there the ink is white, and in the light it is black on white.
 * @param part what has changed, where the rest of the page has been looked at before
 */
export async function expectAccessible(page: Page, part?: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  const { passes } = await expectNoViolation(page, { part });
  // A rule that is called otherwise one day would find nothing.
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNoViolation(page, { part, rules: COLORS });
  if (part !== undefined) return;
  await page.emulateMedia({ contrast: 'more' });
  await expectNoViolation(page, { part, rules: COLORS });
  await page.emulateMedia({ contrast: 'no-preference' });
}

/** Checks a page again after only the width of the window or the size of the letters has changed. */
export async function expectRoom(page: Page): Promise<void> {
  await expectNoViolation(page, { rules: ROOM });
}

async function expectNoViolation(
  page: Page,
  { part, rules }: { part?: string | undefined; rules?: string[] },
) {
  const isThere = await page.evaluate(() => 'axe' in window);
  // Half a megabyte of axe is read once a page.
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: 'void 0' } : {}) })
    // Its other way opens a page besides, for frames of other sites: there are none.
    .setLegacyMode()
    // Of what is well, axe would work out a selector for each element.
    .options({ resultTypes: ['violations'] });
  if (rules !== undefined) axe.withRules(rules);
  if (part !== undefined) axe.include(part);
  const results = await axe.analyze();
  expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  return results;
}
