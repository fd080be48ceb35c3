import type { Page } from 'playwright/test';
import { type Editor, startEditor } from '#tests/support/editor.ts';
import { test as base, expect } from './test.ts';

export const DAY = '2025-03-31';
/** An issue without a fault. */
export const issue = (title: string, number = 2) =>
  `---\nnumber: ${number}\n---\n\n## 产业要闻\n\n### ${title}\n\n正文。\n\n来源：证券日报\n`;
const files = { [DAY]: issue('第一稿'), '2025-03-24': issue('上一期', 1) };

/** Each test has a folder and a server of its own. */
export const test = base.extend<{ editor: Editor }>({
  editor: async ({ page: _ }, use) => {
    const editor = await startEditor(files, true);
    await use(editor);
    editor.stop();
  },
});

export const text = (page: Page) => page.getByRole('textbox', { name: '本期的文字' });
export const state = (page: Page) => page.locator('#state');
export const offered = (page: Page) =>
  page.getByRole('listbox', { name: '可以填的名称' }).getByRole('option');
export const faults = (page: Page) => page.getByRole('region', { name: '差错' });

export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(text(page)).toBeFocused();
}

/** Puts the cursor at the end of the line that has a text. */
export async function goTo(page: Page, line: string): Promise<void> {
  await page.locator('.cm-line', { hasText: line }).first().click();
  await page.keyboard.press('End');
}
