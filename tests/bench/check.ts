import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { writeGeneratedContent } from '#tests/support/generated-issues.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';
import { type Report, timeCells, timeColumns } from './report.ts';

const RUNS = 5;
const root = join(import.meta.dirname, '../..');

/** The least that a tool which reads the files with remark has to do: parsing. */
const PLAIN = `import { readdirSync, readFileSync } from 'node:fs';
import { remark } from 'remark';
const folder = process.env.CONTENT_DIR + '/issues/';
for (const name of readdirSync(folder)) remark().parse(readFileSync(folder + name, 'utf8'));`;

/** Whole processes of `check`, beside a Node that does nothing and one that parses the same files. */
export async function benchCheck(report: Report): Promise<void> {
  report.heading('Check, whole processes');
  const rows: string[][] = [];
  for (const issues of [1, 520]) {
    const { folder, remove } = makeTemporaryFolder();
    await writeGeneratedContent(folder, issues);
    // The candidates take turns, so that other work on the machine slows all of them alike.
    const check = ['lib/setup/run.cjs', 'lib/editor/cli.ts', 'check'];
    const plain = ['--input-type=module', '-e', PLAIN];
    const times = { check: [] as number[], plain: [] as number[], nothing: [] as number[] };
    for (let turn = 0; turn <= RUNS; turn += 1) {
      // The first turn makes the bundle and warms the disk.
      const into = turn === 0 ? { check: [], plain: [], nothing: [] } : times;
      into.check.push(time(check, folder));
      into.plain.push(time(plain, folder));
      into.nothing.push(time(['-e', '0'], folder));
    }
    rows.push(
      [`check of ${issues}`, ...timeCells(times.check)],
      [`remark alone on ${issues}`, ...timeCells(times.plain)],
      ['Node alone', ...timeCells(times.nothing)],
    );
    remove();
  }
  report.table(['', ...timeColumns('s')], rows);
}

/** Whole processes of `import`, for an issue in plain text. */
export async function benchImport(report: Report): Promise<void> {
  const input = join(root, 'tests/fixtures/seed-form/input.md');
  const args = ['lib/setup/run.cjs', 'lib/editor/cli.ts', 'import', '--dry-run', '--force', input];
  const times: number[] = [];
  for (let turn = 0; turn <= RUNS; turn += 1) {
    const took = time([...args, '--date', '2025-03-31'], join(root, 'content'));
    if (turn > 0) times.push(took);
  }
  report.heading('Import of an issue of sixteen items, whole process');
  report.table(['', ...timeColumns('s')], [['import', ...timeCells(times)]]);
}

/** How long a process takes, in s. */
function time(args: string[], folder: string): number {
  const from = performance.now();
  const env = { ...process.env, CONTENT_DIR: folder };
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - from) / 1000;
}
