import type { Locator } from 'playwright/test';

/** Opens the tools of an item with the keyboard. @returns the menu */
export async function openTools(article: Locator): Promise<Locator> {
  await article.getByRole('button', { name: /^工具：/ }).press('Enter');
  return article.locator('.item-menu');
}
