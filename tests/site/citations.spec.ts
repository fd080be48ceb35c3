import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './test.ts';
import { openTools } from './tools.ts';

const TITLE = '国新办发布会介绍2024年知识产权强国建设进展';
const ADDRESS = 'http://localhost:3000/issues/2025-04-28/';

/** Opens the citations of the first item of an issue with the keyboard. */
async function open(page: Page) {
  await page.goto('/issues/2025-04-28');
  const menu = await openTools(page.locator('article').first());
  await menu.getByRole('button', { name: '引用' }).press('Enter');
  return page.getByRole('dialog', { name: `引用：${TITLE}` });
}

test.describe('the citations of an item', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('are copied in the form that one chooses', async ({ page }) => {
    const dialog = await open(page);
    const copied = async (form: string) => {
      await dialog.getByRole('button', { name: `复制${form}`, exact: true }).click();
      await expect(dialog.getByRole('status')).toHaveText('已复制');
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copied('GB/T 7714—2025')).toMatch(
      new RegExp(
        `^版权周报\\. ${TITLE}\\[EB/OL\\]\\. （2025-04-28）\\[\\d{4}-\\d\\d-\\d\\d\\]\\. ${ADDRESS}\\w+\\.$`,
      ),
    );
    expect(await copied('GB/T 7714—2015')).toContain('[EB/OL]. (2025-04-28)[2');
    expect(await copied('通用')).toMatch(
      `${TITLE}（版权周报 2025年4月28日 第2期，来源：光明日报）${ADDRESS}`,
    );
    expect(await copied('RIS')).toMatch(/^TY {2}- ELEC\r?\n[\s\S]*\r?\nER {2}- (\r?\n)?$/);
    expect(await copied('BibTeX')).toMatch(/^@online\{2025-04-28-\w+,\n[\s\S]*\n\}\n?$/);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(
      page
        .locator('article')
        .first()
        .getByRole('button', { name: /^工具：/ }),
    ).toBeFocused();
  });

  test('are of the report behind it too', async ({ page }) => {
    const dialog = await open(page);
    await dialog.getByLabel('光明日报的报道').check();
    await expect(dialog.getByRole('status')).toContainText('没有记下原报道的标题');
    await expect(dialog.locator('dd').first()).toContainText(
      `光明日报. [${TITLE}][EB/OL]. （2025-04-25）[`,
    );
    await expect(dialog.locator('dd').first()).toContainText('https://tech.gmw.cn');
    await dialog.getByLabel('本条').check();
    await expect(dialog.getByRole('status')).toHaveText('');
  });
});

test('a citation is saved as a file', async ({ page }) => {
  const dialog = await open(page);
  for (const [form, ending] of [
    ['RIS', 'ris'],
    ['BibTeX', 'bib'],
  ]) {
    const saved = page.waitForEvent('download');
    await dialog.getByRole('button', { name: `下载${form}`, exact: true }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toMatch(new RegExp(`^2025-04-28-\\w+\\.${ending}$`));
    expect(await readFile(await download.path(), 'utf8')).toContain(TITLE);
  }
});

test('where the browser copies nothing, the citation is selected', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  const dialog = await open(page);
  await dialog.getByRole('button', { name: '复制GB/T 7714—2025', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('已经选中');
  const selected = await page.evaluate(() => getSelection()?.toString());
  expect(selected).toContain('[EB/OL]. （2025-04-28）');
});

test('the dialog of citations has no faults and fits a narrow window', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const dialog = await open(page);
  await expectAccessible(page, '.citations');
  const { width, x } = (await dialog.boundingBox()) ?? { width: 0, x: -1 };
  expect(width).toBeGreaterThan(200);
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(320);
  const overflow = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow).toBe(0);
});
