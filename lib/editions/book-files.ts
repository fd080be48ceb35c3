import type { Archive } from '#lib/content/archive.ts';
import { indexOf } from '#lib/content/queries.ts';
import { editionTypes } from '#lib/site/edition-types.ts';
import { paths } from '#lib/site/paths.ts';
import { once, type PublicFile, publicFile } from '#lib/site/public-file.ts';
import { type Book, issueBook, volumeBook } from './book.ts';
import { ownPictures } from './pictures.ts';

/** Each issue as an e-book and as a Word document, and each year's issues bound in one e-book. */
export function bookFiles(archive: Archive): PublicFile[] {
  const issues = archive.issues.flatMap((issue) => {
    const book = once(() => issueBook(archive, issue));
    return [
      epub(archive, paths.edition(issue.date, 'epub'), book),
      docx(archive, paths.edition(issue.date, 'docx'), book),
    ];
  });
  const volumes = Array.from(indexOf(archive).issuesByYear, ([year, issues]) =>
    epub(archive, paths.volume(year), () => volumeBook(archive, year, issues)),
  );
  return [...issues, ...volumes];
}

function epub({ readPublic }: Archive, path: string, props: () => Book): PublicFile {
  return publicFile({
    path,
    kind: 'edition',
    type: editionTypes.epub,
    props,
    reads: (book) => ownPictures(book).values(),
    write: async (book) => {
      // Loaded when it is wanted: every command imports the list of files.
      const { writeEpub } = await import('./epub/write-epub.ts');
      return writeEpub(book, readPublic);
    },
  });
}

function docx({ readPublic }: Archive, path: string, props: () => Book): PublicFile {
  return publicFile({
    path,
    kind: 'edition',
    type: editionTypes.docx,
    props,
    reads: (book) => ownPictures(book).values(),
    write: async (book) => {
      const { writeDocx } = await import('./docx/write-docx.ts');
      return writeDocx(book, readPublic);
    },
  });
}
