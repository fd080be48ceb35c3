import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { startPreview } from '#tests/support/preview.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';
import { type Report, timeCells, timeColumns } from './report.ts';

const RUNS = 10;
const PORT = 4320;

/** The time from saving an issue to seeing it in the open preview, in a folder with the shipped issues. */
export async function benchPreview(report: Report, executablePath: string): Promise<void> {
  const { folder, remove } = makeTemporaryFolder();
  cpSync('content', folder, { recursive: true });
  const file = join(folder, 'issues/2025-03-31.md');
  const text = readFileSync(file, 'utf8');
  const preview = await startPreview(folder, file, PORT);
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  await page.goto(preview.address);
  // A tool of an item stands there when the page is the reader's, and listens.
  await page.locator('item-tools button').first().waitFor();
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const seen = page.waitForFunction(
      (mark) => document.querySelector('main')?.textContent?.includes(mark),
      `第${run}稿`,
      { polling: 10 },
    );
    const from = performance.now();
    writeFileSync(file, text.replace('### ', `### 第${run}稿`));
    await seen;
    // The first change compiles what follows.
    if (run > 0) times.push((performance.now() - from) / 1000);
    await page.waitForTimeout(300);
  }
  report.heading('A saved edit shows in the open preview');
  report.table(['', ...timeColumns('s')], [['issue of sixteen items', ...timeCells(times)]]);
  await browser.close();
  await preview.stop();
  remove();
}
