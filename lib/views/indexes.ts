import type { Archive } from '#lib/content/archive.ts';
import { countEntries, indexOf, mostCited, type Years } from '#lib/content/queries.ts';
import { paths } from '#lib/site/paths.ts';
import { subjectsData } from '#lib/syndication/structured-data/collection.ts';
import { type IssueRef, issueRef, type PageProps, pageProps } from './frame.ts';

/** A subject in a list of subjects: how many items it has, and the newest issue that has one. */
export type IndexEntry = {
  name: string;
  path: string;
  /** Empty where the name says all. */
  description: string;
  count: number;
  newest: IssueRef | undefined;
};

/** A list of all publishers, or of all topics, with a link to the page of each. */
export type SubjectIndexProps = PageProps & {
  name: string;
  description: string;
  entries: IndexEntry[];
  /** Other ways to find items by subject: the pages of entities, laws, cases and the calendar. */
  also: { name: string; path: string }[];
};

/** Every publisher that is cited, the most cited first. */
export function sourcesPage(archive: Archive): SubjectIndexProps {
  const entries = mostCited(archive).map(({ source, years }) => ({
    name: source.name,
    path: paths.source(source.slug),
    description: '',
    ...sumUp(years),
  }));
  const description = `${archive.site.name}引用过的全部媒体与机构，共${entries.length}家，各附所引消息。`;
  return subjectIndexPage(archive, {
    name: '来源',
    description,
    path: paths.sources(),
    entries,
    also: [],
  });
}

/** Every topic, in the order of `topics.yml`. */
export function topicsPage(archive: Archive): SubjectIndexProps {
  const entries = [...indexOf(archive).topics.values()].map(({ topic, years }) => ({
    name: topic.name,
    path: paths.topic(topic.id),
    description: topic.description,
    ...sumUp(years),
  }));
  const description = `${archive.site.name}的主题索引，共${entries.length}个主题，逐条按时间排列。`;
  const also = [
    { name: '机构', path: paths.entities() },
    { name: '法规', path: paths.laws() },
    { name: '案件', path: paths.cases() },
    { name: '日程', path: paths.calendar() },
  ];
  return subjectIndexPage(archive, {
    name: '主题',
    description,
    path: paths.topics(),
    entries,
    also,
  });
}

function subjectIndexPage(
  archive: Archive,
  { path, ...shown }: Omit<SubjectIndexProps, keyof PageProps> & { path: string },
): SubjectIndexProps {
  const { name, description, entries } = shown;
  const data = subjectsData(archive, { name, description, path, parents: [] }, entries);
  return { ...pageProps(archive, { title: name, description, path, data }), ...shown };
}

/** How many items a subject has, and the newest issue that has one. */
export function sumUp(years: Years): Pick<IndexEntry, 'count' | 'newest'> {
  const newest = [...years.values()][0]?.[0]?.issue;
  return { count: countEntries(years), newest: newest && issueRef(newest) };
}
