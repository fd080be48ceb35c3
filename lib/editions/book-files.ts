import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { indexOf } from '#lib/content/queries.ts';
import { editionTypes } from '#lib/site/edition-types.ts';
import { once } from '#lib/site/once.ts';
import { paths } from '#lib/site/paths.ts';
import { type PublicFile, publicFile } from '#lib/site/public-file.ts';
import { type Book, issueBook, volumeBook } from './book.ts';
import { ownPictures } from './pictures.ts';

/** A book that is made when it is written: what it is a function of is enough to tell whether it has changed. */
type Binding = { props: () => unknown; book: () => Book; issues: readonly Issue[] };

/** Each issue as an e-book and as a Word document, and each year's issues bound in one e-book. */
export function bookFiles(archive: Archive): PublicFile[] {
  const { site } = archive;
  const issues = archive.issues.flatMap((issue) => {
    const binding: Binding = {
      props: () => ({ site, issue }),
      book: once(() => issueBook(site, issue)),
      issues: [issue],
    };
    return [
      epub(archive, paths.edition(issue.date, 'epub'), binding),
      docx(archive, paths.edition(issue.date, 'docx'), binding),
    ];
  });
  const volumes = Array.from(indexOf(archive).issuesByYear, ([year, bound]) =>
    epub(archive, paths.volume(year), {
      props: () => ({ site, year, issues: bound }),
      book: once(() => volumeBook(site, year, bound)),
      issues: bound,
    }),
  );
  return [...issues, ...volumes];
}

function epub({ readPublic }: Archive, path: string, { props, book, issues }: Binding): PublicFile {
  return publicFile({
    path,
    kind: 'edition',
    type: editionTypes.epub,
    props,
    reads: () => picturesOf(issues, book),
    write: async () => {
      // Loaded when it is wanted: every command imports the list of files.
      const { writeEpub } = await import('./epub/write-epub.ts');
      return writeEpub(book(), readPublic);
    },
  });
}

function docx({ readPublic }: Archive, path: string, { props, book, issues }: Binding): PublicFile {
  return publicFile({
    path,
    kind: 'edition',
    type: editionTypes.docx,
    props,
    reads: () => picturesOf(issues, book),
    write: async () => {
      const { writeDocx } = await import('./docx/write-docx.ts');
      return writeDocx(book(), readPublic);
    },
  });
}

/** The paths of the site's own pictures in a book, which is not made where no issue has a picture. */
function picturesOf(issues: readonly Issue[], book: () => Book): Iterable<string> {
  const hasPicture = issues.some(({ lead, sections }) =>
    [lead, ...sections.flatMap(({ items }) => items.map(({ html }) => html))].some(({ __html }) =>
      __html.includes('<img'),
    ),
  );
  return hasPicture ? ownPictures(book()).values() : [];
}
