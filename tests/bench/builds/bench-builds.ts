import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { outputFile, paths } from '#lib/site/paths.ts';
import { NEWEST, writeGeneratedContent } from '#tests/support/generated-issues.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';
import { timesOf } from '../measure.ts';
import type { Report } from '../report.ts';
import type { Cost } from '../whole-process.ts';
import {
  type Builder,
  dibao,
  editNewestIssue,
  oneIssue,
  plainNext,
  sameNext,
  sizeOf,
} from './sites.ts';

/** How often each build is run, by the number of issues: the large ones take minutes. */
const RUNS: Record<number, number> = { 52: 3, 520: 3 };
/** Up to so many issues the same addresses are exported by Next too: of more it would take half an hour. */
const SAME = 520;

type Built = {
  project: string;
  cold: Cost[];
  rebuilt: Cost[];
  site: { files: number; bytes: number };
};

/** Cold builds and rebuilds of archives of each size, ours and Next's exports in turn; and what they weigh. */
export async function benchBuilds(report: Report, sizes: readonly number[]): Promise<void> {
  const pages: (string | number)[][] = [];
  for (const issues of sizes) {
    const { folder, remove } = makeTemporaryFolder();
    const content = join(folder, 'content');
    await writeGeneratedContent(content, issues);
    const builders = [dibao, plainNext, oneIssue, ...(issues > SAME ? [] : [sameNext])];
    const built = new Map<Builder, Built>();
    for (const builder of builders) {
      const project = join(folder, `project-${built.size}`);
      await builder.prepare(project);
      built.set(builder, { project, cold: [], rebuilt: [], site: { files: 0, bytes: 0 } });
    }
    for (let run = 1; run <= (RUNS[issues] ?? 1); run += 1) {
      for (const [builder, { project, cold }] of built) {
        builder.clean(project);
        cold.push(await builder.build(project, content));
      }
      editNewestIssue(content, `第${run}次改动。`);
      for (const [builder, { project, rebuilt }] of built)
        rebuilt.push(await builder.build(project, content));
    }
    for (const [builder, each] of built)
      each.site = sizeOf(realpathSync(builder.out(each.project)));
    tell(report, issues, built);
    const out = dibao.out(built.get(dibao)?.project ?? folder);
    pages.push([issues, ...pageBytes(realpathSync(out))]);
    remove();
  }
  report.heading('Bytes of a page as the archive grows');
  report.say('HTML with its styles, in brotli of the best quality.');
  report.table(['issues', 'front page', 'newest issue', 'a section'], pages);
}

function tell(report: Report, issues: number, built: Map<Builder, Built>): void {
  report.heading(`Building ${issues} issues`);
  report.say('Whole processes; medians, in s. Memory: the most at a time of all processes, in MB.');
  const median = (costs: readonly Cost[]) => timesOf(costs.map(({ seconds }) => seconds)).middle;
  const rows = Array.from(built, ([{ name }, { cold, rebuilt, site }]) => {
    const peaks = cold.flatMap(({ peak }) => peak ?? []);
    return [
      name,
      median(cold).toFixed(1),
      median(rebuilt).toFixed(1),
      peaks.length === 0 ? 'not measured' : Math.max(...peaks).toFixed(0),
      site.files,
      (site.bytes / 2 ** 20).toFixed(1),
    ];
  });
  report.table(
    ['', 'cold', 'rebuilt after one edited issue', 'memory', 'files', 'MB on the disk'],
    rows,
  );
  const ours = built.get(dibao);
  if (ours === undefined) return;
  // Run by run, for what else the machine does falls on neighbours alike.
  for (const [{ name }, theirs] of built) {
    if (theirs === ours) continue;
    const ratios = ours.cold.map(
      (cold, run) => (theirs.cold[run]?.seconds ?? Number.NaN) / cold.seconds,
    );
    report.say(`Cold, ${timesOf(ratios).middle.toFixed(2)} times as fast as the ${name}.`);
  }
  const shares = ours.rebuilt.map(
    (again, run) => again.seconds / (ours.cold[run]?.seconds ?? Number.NaN),
  );
  report.say(`A rebuild takes ${(timesOf(shares).middle * 100).toFixed(1)} % of the cold build.`);
}

/** The bytes in brotli of the front page, the newest issue and a section's page. */
function pageBytes(out: string): number[] {
  return [paths.home(), paths.issue(NEWEST), paths.section('industry')].map(
    (path) => brotliCompressSync(readFileSync(join(out, outputFile(path)))).length,
  );
}
