import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { expect } from './test.ts';

/** The rules whose result depends on the colour scheme. */
const COLORS = ['color-contrast', 'link-in-text-block'];
/** The rules whose result depends on the width of the window or the size of the letters. */
const ROOM = ['scrollable-region-focusable', 'target-size'];

/**
 * The rows of a long list after the first four. They have the colours of those four, and the rules about colour take
 * most of the time of axe.
 */
const LATER_ROWS = 'main :is(ul, ol, tbody) > :nth-child(n + 5)';

/**
 * Runs axe on a page: with all rules in the light palette, and with the rules about colour in the dark palette. A whole
 * page is also checked in the dark palette with high contrast. The light one needs no check with high contrast: it is
 * black on white then.
 * @param part a selector of the only part to check, where the rest of the page was checked before
 */
export async function expectAccessible(page: Page, part?: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  const { passes } = await expectNoViolation(page, { part });
  // If axe renames the rule about contrast, the runs below would check nothing.
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNoViolation(page, { part, rules: COLORS, leaveOut: LATER_ROWS });
  if (part !== undefined) return;
  await page.emulateMedia({ contrast: 'more' });
  await expectNoViolation(page, { part, rules: COLORS, leaveOut: LATER_ROWS });
  await page.emulateMedia({ contrast: 'no-preference' });
}

/** Checks a page again after only the width of the window or the size of the letters has changed. */
export async function expectRoom(page: Page): Promise<void> {
  await expectNoViolation(page, { rules: ROOM });
}

async function expectNoViolation(
  page: Page,
  { part, rules, leaveOut }: { part?: string | undefined; rules?: string[]; leaveOut?: string },
) {
  const isThere = await page.evaluate(() => 'axe' in window);
  // The page keeps axe, half a megabyte, from its first check on.
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: 'void 0' } : {}) })
    // Without legacy mode it opens a second page, to check frames from other sites. Our pages have none.
    .setLegacyMode()
    // Otherwise axe computes a selector for each element that passes, too.
    .options({ resultTypes: ['violations'] });
  if (rules !== undefined) axe.withRules(rules);
  if (part !== undefined) axe.include(part);
  if (leaveOut !== undefined) axe.exclude(leaveOut);
  const results = await axe.analyze();
  expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  return results;
}
