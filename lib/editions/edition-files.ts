import type { Archive } from '#lib/content/archive.ts';
import { editionTypes } from '#lib/site/edition-types.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import type { FileSource } from '#lib/site/public-file.ts';
import { bookFiles } from './book-files.ts';
import { type CitedStandings, citedStandings, issueList } from './json/issue-json.ts';
import { llmsText } from './llms.ts';
import { mailFiles } from './mail-files.ts';

/** The files of every edition, and the files that list them for programs. */
export function editionFiles(archive: Archive) {
  return [
    ...textFiles(archive),
    ...bookFiles(archive),
    ...mailFiles(archive),
    ...indexFiles(archive),
  ];
}

type EditionProps = Pick<Archive, 'site'> & { issue: Archive['issues'][number] };
type TextFile =
  | FileSource<'markdown', EditionProps>
  | FileSource<'issue json', EditionProps & Pick<Archive, 'topics'> & { cited?: CitedStandings }>;

function textFiles(archive: Archive): TextFile[] {
  const { issues, site, topics } = archive;
  return issues.flatMap((issue): TextFile[] => [
    {
      path: paths.edition(issue.date, 'md'),
      kind: 'edition',
      type: editionTypes.md,
      writer: 'markdown',
      props: () => ({ issue, site }),
    },
    {
      path: paths.edition(issue.date, 'json'),
      kind: 'edition',
      type: editionTypes.json,
      writer: 'issue json',
      // It has the names of topics, which the issue itself lacks.
      props: () => {
        const cited = citedStandings(archive, issue);
        return { issue, site, topics, ...(cited === undefined ? {} : { cited }) };
      },
    },
  ]);
}

type IndexFile =
  | FileSource<'json', object>
  | FileSource<'issue schema', string>
  | FileSource<'text', string>;

function indexFiles(archive: Archive): IndexFile[] {
  return [
    {
      path: paths.issueList(),
      kind: 'data',
      type: editionTypes.json,
      writer: 'json',
      props: () => issueList(archive),
    },
    {
      path: paths.issueSchema(),
      kind: 'data',
      type: 'application/json',
      writer: 'issue schema',
      props: () => absoluteUrl(archive.site.origin, paths.issueSchema()),
    },
    {
      path: paths.llms(),
      kind: 'data',
      type: 'text/plain; charset=utf-8',
      writer: 'text',
      props: () => llmsText(archive),
    },
  ];
}
