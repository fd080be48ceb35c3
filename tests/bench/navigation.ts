import { loadArchive } from '#lib/content/folder/load-archive.ts';
import { paths } from '#lib/site/paths.ts';
import { startBrowser } from '#tests/support/browser.ts';
import { goToNext } from '#tests/support/navigation.ts';
import { type Report, timeCells, timeColumns } from './report.ts';

const RUNS = 10;

/** The time from a click on the next issue to its first paint, with and without a pointer on the link before. */
export async function benchNavigation(
  report: Report,
  origin: string,
  executablePath: string,
): Promise<void> {
  const [newest, before] = (await loadArchive()).issues;
  if (newest === undefined || before === undefined) throw new Error('there are no two issues');
  const [from, to] = [origin + paths.issue(before.date), origin + paths.issue(newest.date)];
  const browser = await startBrowser(executablePath);
  const times: Record<'pointed' | 'straight', number[]> = { pointed: [], straight: [] };
  for (let run = 0; run < RUNS; run += 1) {
    times.pointed.push((await goToNext(browser, { from, to, pointed: true })).paint);
    times.straight.push((await goToNext(browser, { from, to, pointed: false })).paint);
  }
  await browser.close();
  report.heading('The next issue, from the click to its first paint');
  report.table(
    ['', ...timeColumns('ms')],
    [
      ['pointed at for half a second', ...timeCells(times.pointed)],
      ['clicked straight away', ...timeCells(times.straight)],
    ],
  );
}
