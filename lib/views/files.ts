import { cardFiles } from '#lib/cards/card-files.ts';
import type { Archive } from '#lib/content/archive.ts';
import { indexOf } from '#lib/content/queries.ts';
import { editionFiles } from '#lib/editions/edition-files.ts';
import { searchShard } from '#lib/search/shards.ts';
import { paths } from '#lib/site/paths.ts';
import { type PublicFile, publicFile } from '#lib/site/public-file.ts';
import { calendarFiles } from '#lib/syndication/calendar-files.ts';
import { feedFiles } from '#lib/syndication/feed-files.ts';
import { namedPages } from './named-pages.ts';
import { sitemapFilesOf } from './sitemap.ts';
import { manifestOf } from './tools.ts';

/** Every public file that is made of the archive and is no page. */
export function filesOf(archive: Archive): PublicFile[] {
  return [
    ...searchShards(archive),
    searchPages(archive),
    ...feedFiles(archive),
    ...calendarFiles(archive),
    ...editionFiles(archive),
    manifest(archive),
    ...sitemapFilesOf(archive),
    ...cardFiles(archive),
  ];
}

/** `/search/2025.json`: all items of a year, as search reads them. */
function searchShards(archive: Archive): PublicFile[] {
  return Array.from(indexOf(archive).issuesByYear, ([year, issues]) =>
    publicFile({
      path: paths.searchShard(year),
      kind: 'search shard',
      type: 'application/json',
      props: () => issues,
      write: () => JSON.stringify(searchShard(issues)),
    }),
  );
}

/** `/search/pages.json`: the pages that are found by their names. */
function searchPages(archive: Archive): PublicFile {
  return publicFile({
    path: paths.searchPages(),
    kind: 'search shard',
    type: 'application/json',
    props: () => namedPages(archive),
    write: (props) => JSON.stringify(props),
  });
}

function manifest(archive: Archive): PublicFile {
  return publicFile({
    path: paths.manifest(),
    kind: 'manifest',
    type: 'application/manifest+json',
    props: () => manifestOf(archive),
    write: (props) => JSON.stringify(props),
  });
}
