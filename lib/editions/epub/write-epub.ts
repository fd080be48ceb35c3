import { x } from 'xastscript';
import type { ReadPublicFile } from '#lib/content/archive.ts';
import type { Book } from '../book.ts';
import { loadPictures } from '../pictures.ts';
import { writeXml } from '../xml.ts';
import { zip } from '../zip.ts';
import { chaptersOf } from './chapters.ts';
import { navigationDocument, ncx } from './navigation.ts';
import { packageDocument } from './package-document.ts';
import { styleSheet } from './style.ts';

const FOLDER = 'book';
const PACKAGE = `${FOLDER}/package.opf`;

/** Writes a book as an EPUB 3.3 file: https://www.w3.org/TR/epub-33/. The same book gives the same bytes. */
export async function writeEpub(
  book: Book,
  readPublicFile: ReadPublicFile,
): Promise<Uint8Array<ArrayBuffer>> {
  const pictures = await loadPictures(book, readPublicFile);
  const { documents, toc } = chaptersOf(book, pictures);
  const [opening, ...chapters] = documents;
  const inOrder = [
    ...(opening === undefined ? [] : [opening]),
    navigationDocument(book, toc, opening?.path ?? ''),
    ...chapters,
  ];
  const embedded = [...pictures.values()];
  const parts = { documents: inOrder.map(({ path }) => path), pictures: embedded };
  return zip(
    [
      // First and uncompressed, so that the first bytes show the type of the file
      // (https://www.w3.org/TR/epub-33/#sec-zip-container-mime).
      { path: 'mimetype', content: 'application/epub+zip', isStored: true },
      { path: 'META-INF/container.xml', content: container() },
      { path: PACKAGE, content: packageDocument(book, parts) },
      { path: `${FOLDER}/toc.ncx`, content: ncx(book, toc) },
      { path: `${FOLDER}/style.css`, content: styleSheet },
      ...inOrder.map(({ path, content }) => ({ path: `${FOLDER}/${path}`, content })),
      ...embedded.map(({ name, bytes }) => ({
        path: `${FOLDER}/pictures/${name}`,
        content: bytes,
        isStored: true as const,
      })),
    ],
    book.date,
  );
}

/** Says where the package document is (https://www.w3.org/TR/epub-33/#sec-container-metainf-container.xml). */
function container(): string {
  const file = { 'full-path': PACKAGE, 'media-type': 'application/oebps-package+xml' };
  return writeXml(
    x('container', { xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container', version: '1.0' }, [
      x('rootfiles', {}, [x('rootfile', file)]),
    ]),
  );
}
