import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { startEventServer } from '#lib/editor/event-server.ts';
import { Token } from '#lib/editor/guard.ts';
import { inboxAnswer } from '#lib/editor/inbox/page/inbox-answers.ts';
import { publicationIn } from '#tests/support/inbox.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';
import { expectAccessible, expectRoom } from './axe.ts';
import { expect, test } from './test.ts';

const entry = (title: string, at: number, date: string) => ({
  title,
  url: `https://example.com/${at}`,
  date,
});
const FEEDS = {
  甲报: [
    entry('某公司发布AI模型，参数规模与训练数据一并公开', 1, '2025-03-30'),
    entry('某地办起AI画作展', 2, '2025-03-29'),
    entry('去年营收增长三成', 3, '2025-03-28'),
    { ...entry('旧闻一条', 4, '2025-03-27'), summary: 'AI' },
    entry('又一家报社用AI写新闻', 6, '2025-03-26'),
  ],
  乙网: [entry('某地办起AI画作展', 5, '2025-03-29')],
  丙社: { fault: '404' },
};

/** Opens the page of candidates of a publication that only this test has. */
async function openPage(page: Page) {
  const { folder: root, remove } = makeTemporaryFolder();
  const { folder, places, decisions } = publicationIn(root, FEEDS);
  const token = new Token();
  const server = await startEventServer({ answers: { inbox: inboxAnswer(places, token) } });
  await page.goto(`${server.origin}/inbox/${token.value}/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('候选 5 条');
  return {
    decisions,
    issue: () => readFile(join(folder, 'issues/2025-03-31.md'), 'utf8'),
    end: () => {
      server.close();
      remove();
    },
  };
}

const focused = (page: Page) => page.locator('.candidate:focus h2');
/** Presses a key when the script of the page is there: it gives a candidate the focus. */
async function press(page: Page, key: string): Promise<void> {
  await expect(focused(page)).toBeVisible();
  await page.keyboard.press(key);
}

test('the keyboard moves, takes, declines, keeps and undoes', async ({ page }) => {
  const { issue, decisions, end } = await openPage(page);
  await expect(focused(page)).toHaveText('某公司发布AI模型，参数规模与训练数据一并公开');
  await press(page, 'k');
  await press(page, 'a');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('候选 4 条');
  await expect(page.getByRole('status')).toContainText('2025-03-31.md');
  expect(await issue()).toContain('### 某公司发布AI模型，参数规模与训练数据一并公开');
  // The page goes on with the next candidate.
  await expect(focused(page)).toHaveText('某地办起AI画作展');
  await press(page, 'j');
  await expect(page.locator('.candidate:focus .from')).toContainText('甲报');
  await press(page, 'x');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('候选 3 条');
  expect(decisions()).toContain('declined');
  await expect(focused(page)).toHaveText('去年营收增长三成');
  await press(page, 'l');
  await expect(page.getByRole('status')).toContainText('已留：去年营收增长三成');
  expect(decisions()).toContain('kept');
  await press(page, 'u');
  await expect(page.getByRole('status')).toContainText('已撤销：去年营收增长三成');
  await press(page, 'u');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('候选 4 条');
  await press(page, 'u');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('候选 5 条');
  await expect(page.getByRole('button', { name: '撤销' })).toBeDisabled();
  await expect(issue()).rejects.toThrow('ENOENT');
  end();
});

test('keys in a list of sections choose a section', async ({ page }) => {
  const { issue, end } = await openPage(page);
  const first = page.locator('.candidate').first();
  await first.getByRole('combobox').selectOption('海外传真');
  await first.getByRole('combobox').press('x');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('候选 5 条');
  await first.getByRole('button', { name: '取' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('候选 4 条');
  expect(await issue()).toContain('## 海外传真\n\n### 某公司');
  end();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the buttons do the same', async ({ page }) => {
    const { decisions, end } = await openPage(page);
    await page.getByRole('button', { name: '不要' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('候选 4 条');
    expect(decisions()).toContain('declined');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('候选 5 条');
    end();
  });
});

test('the page is accessible, on a phone too', async ({ page }) => {
  const { end } = await openPage(page);
  for (const summary of await page.locator('summary').all()) await summary.click();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectRoom(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  end();
});
