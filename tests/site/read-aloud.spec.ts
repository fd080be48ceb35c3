import type { Page } from 'playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './test.ts';

declare global {
  interface Window {
    /** What the voice that stands in for the browser's was given, and a way to have it end. */
    voice: { spoken: { text: string; rate: number; voice: string }[]; end: () => void };
  }
}

/** Puts a voice into the page that says nothing and ends when it is told to. */
async function putVoices(page: Page, languages: string[]): Promise<void> {
  await page.addInitScript((tags) => {
    class Utterance extends EventTarget {
      rate = 1;
      voice: { name: string } | undefined;
      onend: (() => void) | undefined;
      constructor(readonly text: string) {
        super();
      }
    }
    const voices = tags.map((lang) => ({
      lang,
      name: `声音${lang}`,
      voiceURI: lang,
      localService: true,
    }));
    let current: Utterance | undefined;
    const spoken: { text: string; rate: number; voice: string }[] = [];
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      cancel: () => {
        current = undefined;
      },
      speak: (utterance: Utterance) => {
        current = utterance;
        const { text, rate, voice } = utterance;
        spoken.push({ text, rate, voice: voice?.name ?? '' });
      },
    });
    Object.defineProperties(window, {
      speechSynthesis: { value: synthesis },
      SpeechSynthesisUtterance: { value: Utterance },
      voice: { value: { spoken, end: () => current?.onend?.() } },
    });
  }, languages);
}

const spoken = (page: Page) => page.evaluate(() => window.voice.spoken);
const lastSpoken = async (page: Page) => (await spoken(page)).at(-1)?.text ?? '';
const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('read-aloud') ?? [])].map(String).join());

test.describe('reading aloud', () => {
  test('goes through the items by keyboard, and marks each sentence', async ({ page }) => {
    await putVoices(page, ['en-US', 'zh-HK', 'zh-CN']);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto('/issues/2025-03-31');
    await page.getByText('朗读、下载、打印').click();
    const opener = page.getByRole('button', { name: '朗读' });
    await expect(opener).toBeVisible();
    expect(requests.filter((url) => url.includes('read-aloud'))).toEqual([]);
    const place = await opener.boundingBox();
    expect(place?.height).toBeGreaterThanOrEqual(43.5);
    await opener.press('Enter');
    const bar = page.getByRole('region', { name: '朗读' });
    await expect(bar.getByRole('button', { name: '暂停' })).toBeFocused();

    const titles = await page.locator('article h3').allTextContents();
    await expect.poll(() => lastSpoken(page)).toBe(titles[0]);
    expect(await marked(page)).toBe(titles[0]);
    expect((await spoken(page))[0]?.voice).toBe('声音zh-CN');
    await page.evaluate(() => window.voice.end());
    await expect.poll(async () => (await spoken(page)).length).toBe(2);
    expect(await marked(page)).toBe(await lastSpoken(page));
    expect(await page.locator('article .prose').first().textContent()).toContain(
      await lastSpoken(page),
    );

    await bar.getByRole('button', { name: '下一条' }).press('Enter');
    await expect.poll(() => lastSpoken(page)).toBe(titles[1]);
    await bar.getByRole('button', { name: '上一条' }).press('Enter');
    await expect.poll(() => lastSpoken(page)).toBe(titles[0]);

    // A pause is the beginning of the same sentence later.
    await bar.getByRole('button', { name: '暂停' }).press('Enter');
    const before = (await spoken(page)).length;
    await page.evaluate(() => window.voice.end());
    expect((await spoken(page)).length).toBe(before);
    await bar.getByRole('button', { name: '继续' }).press('Enter');
    await expect.poll(async () => (await spoken(page)).length).toBe(before + 1);
    expect(await lastSpoken(page)).toBe(titles[0]);
    await expectAccessible(page, '.reader');

    await page.keyboard.press('Escape');
    await expect(bar).toHaveCount(0);
    await expect(opener).toBeFocused();
    expect(await marked(page)).toBe('');
  });

  test('keeps its speed and its voice, and fits a phone', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await putVoices(page, ['zh-CN', 'zh-TW']);
    await page.goto('/issues/2025-04-28');
    await page.getByText('朗读、下载、打印').click();
    await page.getByRole('button', { name: '朗读' }).click();
    await page.getByLabel('速度').selectOption('快');
    await page.getByLabel('声音').selectOption('声音zh-TW');
    await page.reload();
    await page.getByText('朗读、下载、打印').click();
    await page.getByRole('button', { name: '朗读' }).click();
    await expect
      .poll(async () => (await spoken(page)).at(-1))
      .toMatchObject({
        rate: 1.5,
        voice: '声音zh-TW',
      });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    // The end of the page can be scrolled out from behind the bar.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const [end, bar] = [
      await page.locator('footer').boundingBox(),
      await page.locator('.reader').boundingBox(),
    ];
    expect((end?.y ?? 0) + (end?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + 1);
  });

  test('begins with an item by its tools', async ({ page }) => {
    await putVoices(page, ['zh-CN']);
    await page.goto('/issues/2025-04-28');
    const article = page.locator('article').nth(2);
    const tools = article.getByRole('button', { name: /^工具：/ });
    await tools.press('Enter');
    await article.getByRole('button', { name: '朗读' }).press('Enter');
    await expect.poll(() => lastSpoken(page)).toBe(await article.locator('h3').textContent());
    await expect(article.getByRole('group', { name: /^工具：/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(tools).toBeFocused();
  });

  test('is offered only where there is a Chinese voice', async ({ page }) => {
    await putVoices(page, ['en-US', 'ja-JP']);
    await page.goto('/issues/2025-03-31');
    await page.getByText('朗读、下载、打印').click();
    await expect(page.locator('item-tools button').first()).toBeVisible();
    await expect(page.getByRole('button', { name: '朗读' })).toHaveCount(0);
  });
});
