import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { writeGeneratedContent } from '#tests/support/generated-issues.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';
import type { Report } from '../report.ts';
import { runWhole } from '../whole-process.ts';

const root = join(import.meta.dirname, '../../..');
const SCRIPT = 'tests/bench/threads/find-threads.ts';

/** References and stories of archives of each size: whole processes, beside those that only parse. */
export async function benchThreads(report: Report, sizes: readonly number[]): Promise<void> {
  report.heading('References and threads, whole processes');
  report.say('Memory: the most at a time, in MB. References are read where an issue is parsed.');
  const rows: string[][] = [];
  for (const issues of sizes) {
    const { folder, remove } = makeTemporaryFolder();
    const content = join(folder, 'content');
    await writeGeneratedContent(content, issues);
    const kept = mkdtempSync(join(folder, 'kept-'));
    const run = (...args: string[]) =>
      runWhole(['lib/setup/run.cjs', SCRIPT, ...args], {
        cwd: root,
        env: { CONTENT_DIR: content },
      });
    // The first process of all makes the bundle that the others run.
    await runWhole(['lib/setup/run.cjs', SCRIPT, mkdtempSync(join(folder, 'kept-'))], {
      cwd: root,
    });
    const costs = [
      ['from nothing, with threads', await run(kept, 'threads')],
      ['what is kept, read alone', await run(kept)],
      ['what is kept, with threads', await run(kept, 'threads')],
    ] as const;
    for (const [what, { seconds, peak, output }] of costs) {
      const memory = peak === undefined ? 'not measured' : peak.toFixed(0);
      rows.push([`${issues} issues: ${what}`, seconds.toFixed(1), memory, output.trim()]);
    }
    remove();
  }
  report.table(['', 's', 'memory', 'found'], rows);
}
