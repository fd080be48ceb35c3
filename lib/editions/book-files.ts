import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { indexOf } from '#lib/content/queries.ts';
import { editionTypes } from '#lib/site/edition-types.ts';
import { paths } from '#lib/site/paths.ts';
import type { FileSource } from '#lib/site/public-file.ts';
import type { Site } from '#lib/site/site.ts';
import { type Book, issueBook, volumeBook } from './book.ts';
import { ownPictures } from './pictures.ts';

type EditionProps = { site: Site; issue: Issue };
type VolumeProps = { site: Site; year: string; issues: readonly Issue[] };
type BookFile =
  | FileSource<'issue book', EditionProps>
  | FileSource<'word', EditionProps>
  | FileSource<'volume', VolumeProps>;

/** Each issue as an e-book and as a Word document, and the issues of each year in one e-book. */
export function bookFiles(archive: Archive): BookFile[] {
  const { site } = archive;
  const issues = archive.issues.flatMap((issue): BookFile[] => {
    const common = {
      kind: 'edition' as const,
      props: () => ({ site, issue }),
      reads: () => picturesOf([issue], () => issueBook(site, issue)),
    };
    return [
      {
        ...common,
        path: paths.edition(issue.date, 'epub'),
        type: editionTypes.epub,
        writer: 'issue book',
      },
      {
        ...common,
        path: paths.edition(issue.date, 'docx'),
        type: editionTypes.docx,
        writer: 'word',
      },
    ];
  });
  const volumes = Array.from(
    indexOf(archive).issuesByYear,
    ([year, bound]): BookFile => ({
      path: paths.volume(year),
      kind: 'edition',
      type: editionTypes.epub,
      writer: 'volume',
      props: () => ({ site, year, issues: bound }),
      reads: () => picturesOf(bound, () => volumeBook(site, year, bound)),
    }),
  );
  return [...issues, ...volumes];
}

/** The paths of the site's own pictures in a book. `book` makes it; it is not called where no issue has a picture. */
function picturesOf(issues: readonly Issue[], book: () => Book): Iterable<string> {
  const hasPicture = issues.some(({ lead, sections }) =>
    [lead, ...sections.flatMap(({ items }) => items.map(({ html }) => html))].some(({ __html }) =>
      __html.includes('<img'),
    ),
  );
  return hasPicture ? ownPictures(book()).values() : [];
}
