import type { Element } from 'xast';
import { x } from 'xastscript';
import type { Book } from '../book.ts';
import type { EmbeddedPicture } from '../pictures.ts';
import { writeXml } from '../xml.ts';
import { editorsOf } from './front.ts';
import { navigationFile } from './navigation.ts';

/** The paths of a book's documents in reading order, and its pictures. */
export type BookParts = { documents: readonly string[]; pictures: readonly EmbeddedPicture[] };

const PICTURE_TYPES = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif' } as const;

/** The package document: metadata, files and reading order (https://www.w3.org/TR/epub-33/#sec-package-doc). */
export function packageDocument(book: Book, { documents, pictures }: BookParts): string {
  const { language } = book.publication;
  const root = x(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'id',
      'xml:lang': language,
    },
    [
      x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
        ...describe(book),
        ...accessibility(pictures),
      ]),
      x('manifest', {}, [
        ...documents.map((path, index) =>
          x('item', {
            id: `document-${index + 1}`,
            href: path,
            'media-type': 'application/xhtml+xml',
            properties: path === navigationFile ? 'nav' : undefined,
          }),
        ),
        ...pictures.map(({ name, type }, index) =>
          x('item', {
            id: `picture-${index + 1}`,
            href: `pictures/${name}`,
            'media-type': PICTURE_TYPES[type],
          }),
        ),
        x('item', { id: 'style', href: 'style.css', 'media-type': 'text/css' }),
        x('item', { id: 'ncx', href: 'toc.ncx', 'media-type': 'application/x-dtbncx+xml' }),
      ]),
      x(
        'spine',
        { toc: 'ncx' },
        documents.map((_, index) => x('itemref', { idref: `document-${index + 1}` })),
      ),
    ],
  );
  return writeXml(root);
}

function describe(book: Book): Element[] {
  const { id, title, date, modified, url, publication, issues, year } = book;
  const number = year ?? issues[0]?.number;
  const summary = year === undefined ? issues[0]?.summary : undefined;
  return [
    x('dc:identifier', { id: 'id' }, id),
    x('dc:title', {}, title),
    x('dc:language', {}, publication.language),
    x('dc:date', {}, date),
    x('dc:publisher', {}, publication.name),
    ...editorsOf(book).flatMap((editor, index) => [
      x('dc:contributor', { id: `editor-${index + 1}` }, editor),
      meta('role', 'edt', { refines: `#editor-${index + 1}`, scheme: 'marc:relators' }),
    ]),
    x('dc:description', {}, summary ?? publication.description),
    x('dc:rights', {}, publication.reprint),
    x('dc:source', {}, url),
    meta('dcterms:modified', modified),
    meta('belongs-to-collection', publication.name, { id: 'series' }),
    meta('collection-type', 'series', { refines: '#series' }),
    ...(number === undefined
      ? []
      : [meta('group-position', String(number), { refines: '#series' })]),
  ];
}

/** The accessibility metadata (https://www.w3.org/TR/epub-a11y-11/#sec-discovery). */
function accessibility(pictures: readonly EmbeddedPicture[]): Element[] {
  const hasPictures = pictures.length > 0;
  const moves = pictures.some(({ type }) => type === 'gif');
  return [
    meta('schema:accessMode', 'textual'),
    ...(hasPictures ? [meta('schema:accessMode', 'visual')] : []),
    meta('schema:accessModeSufficient', hasPictures ? 'textual,visual' : 'textual'),
    ...['tableOfContents', 'structuralNavigation', 'readingOrder', 'displayTransformability'].map(
      (feature) => meta('schema:accessibilityFeature', feature),
    ),
    ...(hasPictures ? [meta('schema:accessibilityFeature', 'alternativeText')] : []),
    // An animation may flash, and nobody has checked.
    meta('schema:accessibilityHazard', moves ? 'unknown' : 'none'),
    meta(
      'schema:accessibilitySummary',
      `正文为可调整字号与配色的文字，有分级标题与目录，按阅读顺序排列。${hasPictures ? '图片附有文字说明。' : ''}`,
    ),
  ];
}

function meta(property: string, value: string, attributes: Record<string, string> = {}): Element {
  return x('meta', { property, ...attributes }, value);
}
