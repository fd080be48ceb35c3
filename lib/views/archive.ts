import type { Archive } from '#lib/content/archive.ts';
import { indexOf } from '#lib/content/queries.ts';
import { monthOf } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { type Neighbours, type PageProps, pageOf } from './frame.ts';
import { type IssueSummary, summaryOf } from './front-page.ts';

/** The issues of one year by month, newest first, and the other years. */
export type ArchivePage = PageProps & {
  year: string | undefined;
  years: { year: string; path: string; count: number; current: boolean }[];
  months: { month: number; issues: IssueSummary[] }[];
  count: number;
} & Neighbours;

/** All years and the issues of one, the newest unless `year` says so. `undefined` for a year without any. */
export function archivePage(
  archive: Archive,
  { year }: { year?: string },
): ArchivePage | undefined {
  const { issuesByYear } = indexOf(archive);
  const all = [...issuesByYear.keys()];
  const shown = year ?? all[0];
  const issues = shown === undefined ? [] : issuesByYear.get(shown);
  if (issues === undefined) return undefined;
  const position = shown === undefined ? -1 : all.indexOf(shown);
  const months: ArchivePage['months'] = [];
  for (const issue of issues) {
    const month = monthOf(issue.date);
    const last = months.at(-1);
    if (last?.month === month) last.issues.push(summaryOf(issue));
    else months.push({ month, issues: [summaryOf(issue)] });
  }
  const { name } = archive.site;
  const previous = all[position + 1];
  const next = position > 0 ? all[position - 1] : undefined;
  return {
    ...pageOf(archive, {
      title: year === undefined ? '往期' : `${year}年往期`,
      description:
        year === undefined
          ? `${name}全部${archive.issues.length}期，按年月排列。`
          : `${name}${year}年的${issues.length}期，按月排列。`,
      path: paths.archive(year),
    }),
    year: shown,
    years: all.map((at) => ({
      year: at,
      path: paths.archive(at),
      count: issuesByYear.get(at)?.length ?? 0,
      current: at === shown,
    })),
    months,
    count: archive.issues.length,
    previous:
      previous === undefined
        ? undefined
        : { path: paths.archive(previous), label: `${previous}年` },
    next: next === undefined ? undefined : { path: paths.archive(next), label: `${next}年` },
  };
}
