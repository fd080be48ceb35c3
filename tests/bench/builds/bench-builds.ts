import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { outputFile, paths } from '#lib/site/paths.ts';
import { NEWEST, writeGeneratedContent } from '#tests/support/generated-issues.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';
import { timesOf } from '../measure.ts';
import type { Report } from '../report.ts';
import type { Cost } from '../whole-process.ts';
import { eleventy } from './eleventy.ts';
import {
  type Builder,
  dibao,
  editNewestIssue,
  plainNext,
  retitleNewestIssue,
  sameNext,
  sizeOf,
} from './sites.ts';

/** How often each build is run, by the number of issues: the large ones take minutes. */
const RUNS: Record<number, number> = { 52: 3, 520: 3 };
/** Up to so many issues the same addresses are exported by Next too: of more it would take half an hour. */
const SAME = 520;

/** What is edited: a sentence is in the issue's own pages and feeds alone, a title in every list that has the item. */
const EDITS = { sentence: editNewestIssue, title: retitleNewestIssue };

type Built = {
  project: string;
  cold: Cost[];
  sentence: Cost[];
  title: Cost[];
  site: { files: number; bytes: number };
};

/** Cold builds and rebuilds of archives of each size, ours and others' in turn; and what they weigh. */
export async function benchBuilds(report: Report, sizes: readonly number[]): Promise<void> {
  const pages: (string | number)[][] = [];
  for (const issues of sizes) {
    const { folder, remove } = makeTemporaryFolder();
    const content = join(folder, 'content');
    await writeGeneratedContent(content, issues);
    const bare = eleventy(folder);
    if (bare === undefined) report.say('Skipped: Eleventy, which could not be installed.');
    const same = issues > SAME ? [] : [sameNext];
    const builders = [dibao, plainNext, ...same, ...(bare === undefined ? [] : [bare])];
    const built = new Map<Builder, Built>();
    for (const builder of builders) {
      const project = join(folder, `project-${built.size}`);
      await builder.prepare(project);
      const site = { files: 0, bytes: 0 };
      built.set(builder, { project, cold: [], sentence: [], title: [], site });
    }
    for (let run = 1; run <= (RUNS[issues] ?? 1); run += 1) {
      for (const [builder, { project, cold }] of built) {
        builder.clean(project);
        cold.push(await builder.build(project, content));
      }
      for (const edit of ['sentence', 'title'] as const) {
        EDITS[edit](content, `第${run}次改动`);
        for (const [builder, each] of built)
          each[edit].push(await builder.build(each.project, content));
      }
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
  const median = (costs: readonly Cost[]) =>
    timesOf(costs.map(({ seconds }) => seconds)).middle.toFixed(2);
  const rows = Array.from(built, ([{ name }, { cold, sentence, title, site }]) => {
    const peaks = cold.flatMap(({ peak }) => peak ?? []);
    return [
      name,
      median(cold),
      median(sentence),
      median(title),
      peaks.length === 0 ? 'not measured' : Math.max(...peaks).toFixed(0),
      site.files,
      (site.bytes / 2 ** 20).toFixed(1),
    ];
  });
  report.table(
    ['', 'cold', 'a sentence edited', 'a title edited', 'memory', 'files', 'MB on the disk'],
    rows,
  );
  const ours = built.get(dibao);
  if (ours === undefined) return;
  // Run by run, for what else the machine does falls on neighbours alike.
  const times = (theirs: Built, what: 'cold' | 'sentence' | 'title') => {
    const ratios = ours[what].map(
      ({ seconds }, run) => (theirs[what][run]?.seconds ?? Number.NaN) / seconds,
    );
    return timesOf(ratios).middle.toFixed(2);
  };
  for (const [{ name }, theirs] of built)
    if (theirs !== ours)
      report.say(
        `Cold ${times(theirs, 'cold')} times as fast as the ${name}; rebuilt after a sentence ${times(theirs, 'sentence')}, after a title ${times(theirs, 'title')} times.`,
      );
}

/** The bytes in brotli of the front page, the newest issue and a section's page. */
function pageBytes(out: string): number[] {
  return [paths.home(), paths.issue(NEWEST), paths.section('industry')].map(
    (path) => brotliCompressSync(readFileSync(join(out, outputFile(path)))).length,
  );
}
