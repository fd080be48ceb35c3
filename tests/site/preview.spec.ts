import { readFile, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { type Preview, startPreview } from '#tests/support/preview.ts';
import { registryTexts } from '#tests/support/registries.ts';
import { makeTemporaryFolder, writeFilesInto } from '#tests/support/temporary-folder.ts';
import { previewPort } from './playwright.config.ts';
import { expect, test } from './test.ts';

const issue = (title: string, source = '来源：证券日报') =>
  `---\nnumber: 1\n---\n\n## 产业要闻\n\n### ${title}\n\n正文。\n\n${source}\n`;
const { folder, remove } = makeTemporaryFolder();
const file = join(folder, 'issues/2025-03-31.md');
let preview: Preview;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(90_000);
  writeFilesInto(folder, { ...registryTexts, 'issues/2025-03-31.md': issue('第一稿') });
  preview = await startPreview(folder, file, previewPort);
});

test.afterAll(async () => {
  await preview.stop();
  remove();
});

const panel = (page: Page) => page.getByRole('status', { name: '差错' });

test('an issue is opened, and follows what is saved without losing the place', async ({ page }) => {
  test.setTimeout(240_000);
  const { address } = preview;
  expect(address).toBe(`http://localhost:${previewPort}/issues/2025-03-31`);
  // The first look at a page compiles it.
  await page.goto(address, { timeout: 180_000 });
  await expect(page.locator('h3')).toHaveText('第一稿', { timeout: 20_000 });
  await expect(page.getByRole('button', { name: /^工具：/ })).toBeVisible();
  await page.evaluate(() => document.body.setAttribute('data-mine', 'kept'));
  await writeFile(file, issue('第二稿'));
  await expect(page.locator('h3')).toHaveText('第二稿');
  await expect(page.locator('body')).toHaveAttribute('data-mine', 'kept');
  await writeFile(
    join(folder, 'sections.yml'),
    registryTexts['sections.yml'].replace('产业要闻', '产业大事'),
  );
  await expect(panel(page)).toContainText('section-unknown');
  await writeFile(join(folder, 'sections.yml'), registryTexts['sections.yml']);
  await expect(panel(page)).toBeHidden();
});

test('faults stand over the page with their lines until they are mended', async ({ page }) => {
  await page.goto(`http://localhost:${previewPort}/issues/2025-03-31`);
  await expect(page.locator('h3')).toHaveText('第二稿');
  await expect(page.getByRole('button', { name: /^工具：/ })).toBeVisible();
  await writeFile(file, issue('第三稿', '没有来源。'));
  await expect(panel(page)).toContainText('第7行');
  await expect(panel(page)).toContainText('attribution-missing');
  await writeFile(file, issue('第三稿').replace('number: 1', 'number: 一'));
  await expect(panel(page)).toContainText('front-matter-invalid');
  await writeFile(file, issue('第四稿'));
  await expect(panel(page)).toBeHidden();
  await expect(page.locator('h3')).toHaveText('第四稿');
});

test('an issue that is deleted while it is open is told to be gone, and comes back', async ({
  page,
}) => {
  await page.goto(`http://localhost:${previewPort}/issues/2025-03-31`);
  await expect(page.getByRole('button', { name: /^工具：/ })).toBeVisible();
  await expect(panel(page)).toBeHidden();
  const text = await readFile(file, 'utf8');
  await rm(file);
  await expect(panel(page)).toContainText('issues/2025-03-31.md 没有这一期');
  await writeFile(file, text);
  await expect(panel(page)).toBeHidden();
  await expect(page.locator('h3')).toHaveText('第四稿');
});

test('an issue is edited beside its preview, which the token alone leads to', async ({ page }) => {
  const { address, editing } = preview;
  const [, token] = /\/edit\/([\w-]+)\/issues\/2025-03-31$/.exec(editing) ?? [];
  await page.goto(address);
  await expect(page.getByRole('button', { name: /^工具：/ })).toBeVisible();
  await expect(page.getByRole('link', { name: '编辑' })).toBeHidden();
  expect(await page.content()).not.toContain(token);
  // As the command opens it.
  await page.goto('about:blank');
  await page.goto(`${address}#edit=${token}`);
  await page.getByRole('link', { name: '编辑' }).click();
  await expect(page).toHaveURL(editing);
  const shown = page.frameLocator('iframe');
  await expect(shown.locator('h3')).toHaveText('第四稿');
  await page.locator('.cm-line', { hasText: '第四稿' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type('又改');
  await page.keyboard.press('Control+s');
  await expect(shown.locator('h3')).toHaveText('第四稿又改');
  await expect(shown.getByRole('link', { name: '编辑' })).toBeHidden();
  await page.context().route('https://example.com/**', (route) => route.fulfill({ body: '原文' }));
  await writeFile(file, issue('第四稿', '来源：[证券日报](https://example.com/a)'));
  await expect(shown.locator('h3')).toHaveText('第四稿');
  const opened = page.waitForEvent('popup');
  await shown.getByRole('link', { name: '证券日报' }).first().click();
  expect((await opened).url()).toBe('https://example.com/a');
  await expect(shown.locator('h3')).toHaveText('第四稿');
});

test('drafts and issues of days to come are shown and marked', async ({ page }) => {
  const draft = issue('没有写完').replace('number: 1', 'number: 2\ndraft: true');
  await writeFile(join(folder, 'issues/2025-04-07.md'), draft);
  await writeFile(join(folder, 'issues/2999-01-07.md'), issue('还没有到').replace('number: 1', ''));
  for (const [path, mark] of [
    ['/issues/2025-04-07', '草稿'],
    ['/issues/2999-01-07', '待发布'],
  ] as const) {
    await page.goto(`http://localhost:${previewPort}${path}`);
    await expect(page.locator('main header')).toContainText(mark);
  }
  await rm(join(folder, 'issues/2025-04-07.md'));
});

test('drafts are shown under the names of this machine alone', async () => {
  const statusOf = (host: string, path: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const address = `http://localhost:${previewPort}${path}`;
      get(address, { headers: { Host: host }, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
  for (const path of ['/issues/2025-03-31', '/feed.xml', '/_next/static/nothing.js']) {
    expect(await statusOf(`localhost:${previewPort}`, path)).not.toBe(403);
    for (const host of ['example.org', `example.org:${previewPort}`, 'localhost.example.org'])
      expect(await statusOf(host, path)).toBe(403);
  }
});

test('a page that cannot be made says why, and is there when it can', async ({ page }) => {
  const site = registryTexts['site.yml'];
  await writeFile(join(folder, 'site.yml'), site.replace('name:', 'nom:'));
  await page.goto(`http://localhost:${previewPort}/issues/2025-03-31`);
  await expect(panel(page)).toContainText('site.yml 第');
  await writeFile(join(folder, 'site.yml'), site);
  await expect(page.locator('h3')).toHaveText('第四稿');
  await expect(panel(page)).toBeHidden();
});
