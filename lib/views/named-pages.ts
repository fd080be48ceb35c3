import type { Archive } from '#lib/content/archive.ts';
import { countEntries, indexOf } from '#lib/content/queries.ts';
import type { NamedPage } from '#lib/search/find-pages.ts';
import { paths } from '#lib/site/paths.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { lawYears } from './laws.ts';
import { dayOfItsEntry, periodOf } from './period.ts';

/**
 * How many pages of a kind search finds by name: the most cited sources, the threads and acts that were last in the
 * news. There is a limit because every reader who searches loads the whole list.
 */
const MOST = 300;

/** The pages that search finds by their names, in addition to the items that it finds by their text. */
export function namedPages(archive: Archive): NamedPage[] {
  return [
    ...archive.sections.map(({ id, name }) => ({ name, kind: '栏目', path: paths.section(id) })),
    ...archive.topics.map(({ id, name }) => ({ name, kind: '主题', path: paths.topic(id) })),
    ...LISTS,
    ...threadsOf(archive)
      .all.slice(0, MOST)
      .map(({ id, name }) => ({ name, kind: '脉络', path: paths.thread(id) })),
    ...lawsNamed(archive),
    ...sourcesNamed(archive),
  ];
}

const LISTS: readonly NamedPage[] = [
  { name: '法规', kind: '汇总', path: paths.laws() },
  { name: '案件', kind: '汇总', path: paths.cases() },
  { name: '日程', kind: '汇总', path: paths.calendar() },
  { name: '数据', kind: '汇总', path: paths.trends() },
  { name: '往期', kind: '汇总', path: paths.archive() },
];

/** For each act the newest page of laws that lists it. */
function lawsNamed(archive: Archive): NamedPage[] {
  const years = lawYears(archive);
  const pathByName = new Map<string, string>();
  for (const mention of [...years.values()].flat()) {
    const { name } = mention.act;
    if (pathByName.size === MOST) break;
    if (pathByName.has(name)) continue;
    const period = periodOf(years, dayOfItsEntry(mention), dayOfItsEntry);
    pathByName.set(name, paths.law(period, name));
  }
  return Array.from(pathByName, ([name, path]) => ({ name, kind: '法规', path }));
}

function sourcesNamed(archive: Archive): NamedPage[] {
  const cited = Array.from(indexOf(archive).sources, ([id, { source, years }]) => ({
    name: source.name,
    kind: '来源',
    path: paths.source(id),
    count: countEntries(years),
  }));
  return cited
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST)
    .map(({ count: _, ...page }) => page);
}
