import type { Archive } from '#lib/content/archive.ts';
import { countEntries, indexOf } from '#lib/content/queries.ts';
import type { NamedPage } from '#lib/search/find-pages.ts';
import { paths } from '#lib/site/paths.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { lawYears } from './laws.ts';
import { dayOfTold, periodOf } from './period.ts';

/** How many of a kind are found by name, the most cited or those told of last: a reader loads all of them. */
const MOST = 300;

/** The pages that search finds by their names, apart from the items. */
export function namedPages(archive: Archive): NamedPage[] {
  return [
    ...archive.sections.map(({ id, name }) => ({ name, kind: '栏目', path: paths.section(id) })),
    ...archive.topics.map(({ id, name }) => ({ name, kind: '主题', path: paths.topic(id) })),
    ...GATHERED,
    ...threadsOf(archive)
      .all.slice(0, MOST)
      .map(({ id, name }) => ({ name, kind: '脉络', path: paths.thread(id) })),
    ...lawsNamed(archive),
    ...sourcesNamed(archive),
  ];
}

const GATHERED: readonly NamedPage[] = [
  { name: '法规', kind: '汇总', path: paths.laws() },
  { name: '案件', kind: '汇总', path: paths.cases() },
  { name: '日程', kind: '汇总', path: paths.calendar() },
  { name: '数据', kind: '汇总', path: paths.trends() },
  { name: '往期', kind: '汇总', path: paths.archive() },
];

/** Each act on the page of the last issues that name it. */
function lawsNamed(archive: Archive): NamedPage[] {
  const years = lawYears(archive);
  const found = new Map<string, string>();
  for (const told of [...years.values()].flat()) {
    const { name } = told.act;
    if (found.size === MOST) break;
    if (!found.has(name))
      found.set(name, paths.law(periodOf(years, dayOfTold(told), dayOfTold), name));
  }
  return Array.from(found, ([name, path]) => ({ name, kind: '法规', path }));
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
