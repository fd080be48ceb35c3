import type { Archive } from '#lib/content/archive.ts';
import type { Entry } from '#lib/content/queries.ts';
import type { Told } from '#lib/desk/lists/steps.ts';
import type {
  AboutList,
  ListedItemsJson,
  ReportJson,
  ToldJson,
} from '#lib/editions/json/lists/schema-parts.ts';
import { type DataListName, dataListLabels } from '#lib/site/data-lists.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { entriesShown } from '../desk-items.ts';
import { MOST_TOLD } from '../desk-steps.ts';

/**
 * How many entries the file of a whole list holds: the newest. A thousand cases take 1 MB, and twenty years' weekly
 * issues have several thousand. The files of the years hold all.
 */
export const MOST = 1000;

/** The pages that show the same as a list. Entities have no list by year. */
const pages: Readonly<Record<DataListName, (year?: string) => string>> = {
  laws: paths.laws,
  cases: paths.cases,
  events: paths.calendar,
  entities: () => paths.entities(),
  threads: paths.threads,
};

/**
 * What a list says of itself. The file of a year says nothing that another year's issues would change, so that it stays
 * as it is when they do.
 * @param year the year that the file is of; `undefined` for the whole list
 * @param years all years that have a file
 */
export function aboutList(
  { site, issues }: Pick<Archive, 'site' | 'issues'>,
  list: DataListName,
  year: string | undefined,
  years: Iterable<string>,
): AboutList {
  const absolute = (path: string) => absoluteUrl(site.origin, path);
  const name = `${site.name} · ${dataListLabels[list]}`;
  const about = {
    $schema: absolute(paths.dataSchema(list)),
    name: year === undefined ? name : `${name} ${year}年`,
    url: absolute(pages[list](year)),
    reprint: site.reprint,
  };
  if (year !== undefined) return about;
  const updated = issues.map((issue) => issue.updated).reduce(laterOf, undefined);
  return {
    ...about,
    ...(updated === undefined ? {} : { updated }),
    years: Array.from(years, (each) => ({ year: each, url: absolute(paths.dataList(list, each)) })),
  };
}

function laterOf(one: IsoDate | undefined, other: IsoDate): IsoDate | undefined {
  return one === undefined || one < other ? other : one;
}

/** The permalink of an entry, with the origin. */
export function permalink({ site }: Pick<Archive, 'site'>, { issue, item }: Entry): string {
  return absoluteUrl(site.origin, paths.item(issue.date, item.id));
}

/** An item that tells something, and the clause that does; an editor's correction has none. */
export function reportJson(archive: Pick<Archive, 'site'>, { entry, clause }: Told): ReportJson {
  return {
    reportedIn: entry.issue.date,
    item: permalink(archive, entry),
    ...(clause === undefined
      ? {}
      : { clause: entry.item[clause.part].slice(clause.start, clause.end) }),
  };
}

/** The items that tell something, as many as the pages link, and how many more there are. */
export function toldJson(archive: Pick<Archive, 'site'>, told: readonly Told[]): ToldJson {
  const shown = told.slice(0, MOST_TOLD);
  return {
    reports: shown.map((each) => reportJson(archive, each)),
    moreReports: told.length - shown.length,
  };
}

/** The items of an act or a case, as many as its page lists, and how many it has. */
export function itemsJson(
  archive: Pick<Archive, 'site'>,
  entries: readonly Entry[],
): ListedItemsJson {
  return {
    items: entriesShown(entries).map((entry) => permalink(archive, entry)),
    itemCount: entries.length,
  };
}
