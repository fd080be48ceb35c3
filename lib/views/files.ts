import { cardFiles } from '#lib/cards/card-files.ts';
import { iconFiles } from '#lib/cards/icon-files.ts';
import type { Archive } from '#lib/content/archive.ts';
import { indexOf } from '#lib/content/queries.ts';
import { editionFiles } from '#lib/editions/edition-files.ts';
import { characterTable } from '#lib/search/character-table.ts';
import { paths } from '#lib/site/paths.ts';
import type { FileContent, FileSource } from '#lib/site/public-file.ts';
import type { Site } from '#lib/site/site.ts';
import { calendarFiles } from '#lib/syndication/calendar-files.ts';
import { feedFiles } from '#lib/syndication/feed-files.ts';
import { dataFiles } from './data/data-files.ts';
import { type FilePropsOf, type WriterName, writeFile } from './file-writers.ts';
import { namedPages } from './named-pages.ts';
import { sitemapFilesOf } from './sitemap.ts';
import { manifestOf } from './tools.ts';

type SourceOf<Writer extends WriterName> = FileSource<Writer, FilePropsOf<Writer>>;
/** A file of any writer. The type keeps each writer with its own props. */
type AnySource = { [Writer in WriterName]: SourceOf<Writer> }[WriterName];
/** A file at a public address, with the function that writes it. */
export type PublicFile = AnySource & {
  write: () => Promise<FileContent>;
};

/** Every public file that is made from the archive: all but the pages and the scripts. */
export function filesOf(archive: Archive): PublicFile[] {
  return sourcesOf(archive).map((source) => ({
    ...source,
    write: () => write(source, archive),
  }));
}

function write<Writer extends WriterName>(
  { writer, props }: SourceOf<Writer>,
  { readPublicFile }: Archive,
): Promise<FileContent> {
  return writeFile(writer, props(), readPublicFile);
}

function sourcesOf(archive: Archive): AnySource[] {
  return [
    ...searchShards(archive),
    {
      path: paths.searchPages(),
      kind: 'search shard',
      type: 'application/json',
      writer: 'json',
      props: () => namedPages(archive),
    },
    {
      path: paths.traditionalNames(),
      kind: 'data',
      type: 'application/json',
      writer: 'json',
      props: () => traditionalNames(archive.site),
    },
    {
      path: paths.searchIssues(),
      kind: 'search shard',
      type: 'application/json',
      writer: 'json',
      props: () => archive.issues.map(({ date, number }) => ({ date, number })),
    },
    {
      path: paths.characterTable(),
      kind: 'search shard',
      type: 'application/json',
      writer: 'json',
      props: characterTable,
    },
    ...feedFiles(archive),
    ...calendarFiles(archive),
    ...editionFiles(archive),
    ...dataFiles(archive),
    {
      path: paths.manifest(),
      kind: 'manifest',
      type: 'application/manifest+json',
      writer: 'json',
      props: () => manifestOf(archive),
    },
    ...sitemapFilesOf(archive),
    ...cardFiles(archive),
    ...iconFiles(),
  ];
}

/** The names that are written otherwise in traditional characters than tables would, the longest first. */
function traditionalNames({ traditional = {} }: Site): [simplified: string, traditional: string][] {
  return Object.entries(traditional).toSorted(([a], [b]) => b.length - a.length);
}

/** `/search/2025.json`: the issues of a year with all their items, as search reads them. */
function searchShards(archive: Archive): SourceOf<'search shard'>[] {
  return Array.from(indexOf(archive).issuesByYear, ([year, issues]) => ({
    path: paths.searchShard(year),
    kind: 'search shard',
    type: 'application/json',
    writer: 'search shard',
    props: () => issues,
  }));
}
