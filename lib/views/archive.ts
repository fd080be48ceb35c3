import type { Archive } from '#lib/content/archive.ts';
import { indexOf } from '#lib/content/queries.ts';
import { monthOf } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { issuesData } from '#lib/syndication/structured-data/collection.ts';
import { type Neighbours, type PageProps, pageProps } from './frame.ts';
import { type IssueSummary, summaryOf } from './front-page.ts';
import { type YearLink, yearLinks } from './period.ts';

/** 往期: the issues of one year by month, newest first, and links to the other years. */
export type ArchiveProps = PageProps & {
  year: string | undefined;
  years: YearLink[];
  months: { month: number; issues: IssueSummary[] }[];
  /** The path of the e-book with all issues of the year. */
  volume: string | undefined;
  /** How many issues there are in the year of the page, or in all years where the page is of none. */
  count: number;
} & Neighbours;

/** The issues of `year`, or without one of the newest year; `undefined` for a year without an issue. */
export function archivePage(
  archive: Archive,
  { year }: { year?: string },
): ArchiveProps | undefined {
  const { issuesByYear } = indexOf(archive);
  const all = [...issuesByYear.keys()];
  const shown = year ?? all[0];
  const issues = shown === undefined ? [] : issuesByYear.get(shown);
  if (issues === undefined) return undefined;
  const months: ArchiveProps['months'] = [];
  for (const issue of issues) {
    const month = monthOf(issue.date);
    const last = months.at(-1);
    if (last?.month === month) last.issues.push(summaryOf(issue, archive));
    else months.push({ month, issues: [summaryOf(issue, archive)] });
  }
  const { name } = archive.site;
  const description =
    year === undefined
      ? `${name}全部${archive.issues.length}期，按年月排列。`
      : `${name}${year}年的${issues.length}期，按月排列。`;
  const path = paths.archive(year);
  const canonical = year === all[0] ? paths.archive() : undefined;
  const parents = year === undefined ? [] : [{ name: '往期', path: paths.archive() }];
  const breadcrumb = year === undefined ? undefined : `${year}年`;
  return {
    ...pageProps(archive, {
      title: year === undefined ? '往期' : `${year}年往期`,
      description,
      path,
      canonical,
      data: issuesData(
        archive,
        { name: '往期', description, path, canonical, parents, breadcrumb },
        issues,
      ),
    }),
    year: shown,
    ...yearLinks(all, shown, paths.archive),
    months,
    volume: shown === undefined ? undefined : paths.volume(shown),
    count: year === undefined ? archive.issues.length : issues.length,
  };
}
