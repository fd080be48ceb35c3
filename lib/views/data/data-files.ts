import type { Archive } from '#lib/content/archive.ts';
import type { ListSchemaProps } from '#lib/editions/json/lists/list-schema.ts';
import { type DataListName, dataListNames } from '#lib/site/data-lists.ts';
import { editionTypes } from '#lib/site/edition-types.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import type { FileSource } from '#lib/site/public-file.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { calendarYears } from '../calendar.ts';
import { caseYears } from '../cases.ts';
import { lawYears } from '../laws.ts';
import { casesJson } from './cases.ts';
import { entitiesJson, entityYears } from './entities.ts';
import { eventsJson } from './events.ts';
import { lawsJson } from './laws.ts';
import { threadsJson } from './threads.ts';

/** How each list is made, the whole or that of a year, and the years that have one. */
const lists: Readonly<
  Record<
    DataListName,
    {
      json: (archive: Archive, year?: string) => object;
      years: (archive: Archive) => Iterable<string>;
    }
  >
> = {
  laws: { json: lawsJson, years: (archive) => lawYears(archive).keys() },
  cases: { json: casesJson, years: (archive) => caseYears(archive).keys() },
  events: { json: eventsJson, years: (archive) => calendarYears(archive).keys() },
  entities: { json: entitiesJson, years: entityYears },
  threads: { json: threadsJson, years: (archive) => threadsOf(archive).byYear.keys() },
};

type DataFile = FileSource<'json', object> | FileSource<'list schema', ListSchemaProps>;

/**
 * The JSON files for programs. There are five lists: laws, cases, events, entities and threads, with what their pages
 * show. Each has a file with its newest entries, a file for each year, and a JSON Schema that all of these follow.
 */
export function dataFiles(archive: Archive): DataFile[] {
  return dataListNames.flatMap((list) => [
    listFile(archive, list),
    ...Array.from(lists[list].years(archive), (year) => listFile(archive, list, year)),
    schemaFile(archive, list),
  ]);
}

function listFile(archive: Archive, list: DataListName, year?: string): DataFile {
  return {
    path: paths.dataList(list, year),
    kind: 'data',
    type: editionTypes.json,
    writer: 'json',
    props: () => lists[list].json(archive, year),
  };
}

function schemaFile({ site }: Pick<Archive, 'site'>, list: DataListName): DataFile {
  return {
    path: paths.dataSchema(list),
    kind: 'data',
    type: editionTypes.json,
    writer: 'list schema',
    props: () => ({ list, id: absoluteUrl(site.origin, paths.dataSchema(list)) }),
  };
}
