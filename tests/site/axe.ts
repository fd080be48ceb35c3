import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { expect } from './test.ts';

/** What axe judges by how a page looks, and by what has to be scrolled: the rest is the same in any look. */
const LOOKS = ['cat.color', 'cat.sensory-and-visual-cues', 'cat.keyboard'];

/** Has axe look at a page in the light, and in the dark at its colours. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoViolation(page, colorScheme === 'light' ? [] : LOOKS);
  }
}

/** Has axe look again at a page of which nothing has changed but its look. */
export function expectLooksAccessible(page: Page): Promise<void> {
  return expectNoViolation(page, LOOKS);
}

async function expectNoViolation(page: Page, tags: string[]): Promise<void> {
  // Its other way opens a page besides, for frames of other sites: there are none.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  // Tags take in what is for those who ask for more contrast: what stands on a mark has less than that.
  const asked =
    tags.length === 0 ? axe : axe.withTags(tags).disableRules('color-contrast-enhanced');
  const { violations, passes } = await asked.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  // Rules that are called otherwise one day would find nothing.
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
}
