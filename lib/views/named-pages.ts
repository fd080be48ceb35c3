import type { Archive } from '#lib/content/archive.ts';
import { countEntries, indexOf } from '#lib/content/queries.ts';
import { actsOf } from '#lib/desk/lists/acts.ts';
import { casesOf } from '#lib/desk/lists/cases.ts';
import type { NamedPage } from '#lib/search/find-pages.ts';
import { feedOfPage } from '#lib/site/browser-paths.ts';
import { paths } from '#lib/site/paths.ts';
import { feedsOf } from '#lib/syndication/feeds.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';

/**
 * How many pages of a kind search finds by name: the most cited sources, the most named entities, the threads, acts and
 * cases that were last in the news. There is a limit because every reader who searches loads the whole list.
 */
const MOST = 300;

/** The pages that search finds by their names or aliases, in addition to the items that it finds by their text. */
export function namedPages(archive: Archive): NamedPage[] {
  const feeds = feedsOf(archive).filter(({ page, path }) => path('atom') === feedOfPage(page));
  const withFeed = new Set(feeds.map(({ page }) => page));
  return pagesWithNames(archive).map(({ aliases = [], ...page }) => ({
    ...page,
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(withFeed.has(page.path) ? { hasFeed: true } : {}),
  }));
}

function pagesWithNames(archive: Archive): NamedPage[] {
  return [
    ...archive.sections.map(({ id, name }) => ({ name, kind: '栏目', path: paths.section(id) })),
    ...archive.topics.map(({ id, name, synonyms }) => ({
      name,
      kind: '主题',
      path: paths.topic(id),
      aliases: synonyms ?? [],
    })),
    ...LISTS,
    ...threadsOf(archive)
      .all.slice(0, MOST)
      .map(({ id, name }) => ({ name, kind: '脉络', path: paths.thread(id) })),
    ...entitiesNamed(archive),
    ...lawsNamed(archive),
    ...casesOf(archive)
      .all.slice(0, MOST)
      .map(({ id, name }) => ({ name, kind: '案件', path: paths.case(id) })),
    ...sourcesNamed(archive),
  ];
}

const LISTS: readonly NamedPage[] = [
  { name: '机构与法规', kind: '汇总', path: paths.entities() },
  { name: '法规', kind: '汇总', path: paths.laws() },
  { name: '案件', kind: '汇总', path: paths.cases() },
  { name: '日程', kind: '汇总', path: paths.calendar() },
  { name: '数据', kind: '汇总', path: paths.trends() },
  { name: '往期', kind: '汇总', path: paths.archive() },
];

function entitiesNamed(archive: Archive): NamedPage[] {
  const named = [...indexOf(archive).entities.values()].slice(0, MOST);
  const acts = new Set(actsOf(archive).all.map(({ name }) => name));
  return named
    .filter(({ entity }) => !acts.has(entity.name))
    .map(({ entity }) => ({
      name: entity.name,
      kind: entity.kind === 'document' ? '法规' : '机构',
      path: paths.entity(entity.id),
      aliases: otherNames(entity),
    }));
}

/** An act to which something was done is found at its own page, which tells its steps. */
function lawsNamed(archive: Archive): NamedPage[] {
  const listed = new Map(archive.entities.map((entity) => [entity.name, entity]));
  return actsOf(archive)
    .all.slice(0, MOST)
    .map(({ id, name }) => ({
      name,
      kind: '法规',
      path: paths.law(id),
      aliases: otherNames(listed.get(name)),
    }));
}

function otherNames(entity: Archive['entities'][number] | undefined): string[] {
  return [...(entity?.aliases ?? []), ...(entity?.synonyms ?? [])];
}

function sourcesNamed(archive: Archive): NamedPage[] {
  const cited = Array.from(indexOf(archive).sources, ([id, { source, years }]) => ({
    name: source.name,
    kind: '来源',
    path: paths.source(id),
    aliases: source.aliases,
    count: countEntries(years),
  }));
  return cited
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST)
    .map(({ count: _, ...page }) => page);
}
