import type { Archive } from '#lib/content/archive.ts';
import { countEntries, indexOf } from '#lib/content/queries.ts';
import { formatPartial } from '#lib/site/partial-dates.ts';
import { paths } from '#lib/site/paths.ts';
import { searchData } from '#lib/syndication/structured-data/site.ts';
import { type PageProps, pageProps } from './frame.ts';

/** How many publishers the source field suggests to a reader who types in it. */
const SUGGESTED_SOURCES = 100;

type Choice = { value: string; label: string };

/** 检索: the fields of full-text search. The search itself runs in the browser. */
export type SearchProps = PageProps & {
  /** Newest first. */
  years: string[];
  /** The months that have issues, newest first: `2025-03`. */
  months: Choice[];
  sections: Choice[];
  topics: Choice[];
  /** The most cited publishers. */
  sources: Choice[];
};

function monthsOf({ issues }: Archive): Choice[] {
  const months = new Set(issues.map(({ date }) => date.slice(0, 7)));
  return Array.from(months, (month) => ({ value: month, label: formatPartial(month) }));
}

export function searchPage(archive: Archive): SearchProps {
  const { issuesByYear, sources } = indexOf(archive);
  const cited = [...sources.values()]
    .map(({ source, years }) => ({
      value: source.name,
      label: source.name,
      count: countEntries(years),
    }))
    .sort((a, b) => b.count - a.count)
    .slice(0, SUGGESTED_SOURCES);
  const description = `在${archive.site.name}全部${archive.issues.length}期中检索标题、导语与正文，也认名称的别称、期号、日期与繁体字。`;
  return {
    ...pageProps(archive, {
      title: '检索',
      description,
      path: paths.search(),
      data: searchData(archive, '检索'),
    }),
    years: [...issuesByYear.keys()],
    months: monthsOf(archive),
    sections: archive.sections.map(({ id, name }) => ({ value: id, label: name })),
    topics: archive.topics.map(({ id, name }) => ({ value: id, label: name })),
    sources: cited.map(({ value, label }) => ({ value, label })),
  };
}
