import type { Element } from 'xast';
import { x } from 'xastscript';
import type { Book } from '../book.ts';
import { writeXml } from '../xml.ts';
import type { TocEntry } from './chapters.ts';
import { type BookDocument, writeDocument } from './document.ts';

const TITLE = '目录';
export const navigationFile = 'contents.xhtml';

/**
 * The table of contents of the book, and its landmarks (https://www.w3.org/TR/epub-33/#sec-nav).
 * @param start the path of the first document
 */
export function navigationDocument(
  { publication }: Book,
  toc: readonly TocEntry[],
  start: string,
): BookDocument {
  const [first] = toc;
  const landmarks = [
    landmark('titlepage', start, '扉页'),
    landmark('toc', `${navigationFile}#contents`, TITLE),
    ...(first === undefined ? [] : [landmark('bodymatter', first.href, '正文')]),
  ];
  const body = [
    x('nav', { 'epub:type': 'toc', id: 'contents', role: 'doc-toc' }, [
      x('h1', {}, TITLE),
      list(toc),
    ]),
    x('nav', { 'epub:type': 'landmarks', hidden: 'hidden' }, [
      x('h2', {}, '书中各处'),
      x('ol', {}, landmarks),
    ]),
  ];
  return writeDocument({
    path: navigationFile,
    title: TITLE,
    language: publication.language,
    body,
  });
}

function list(entries: readonly TocEntry[]): Element {
  const rows = entries.map(({ href, title, children }) =>
    x('li', {}, [x('a', { href }, title), ...(children.length === 0 ? [] : [list(children)])]),
  );
  return x('ol', {}, rows);
}

function landmark(type: string, href: string, title: string): Element {
  return x('li', {}, [x('a', { 'epub:type': type, href }, title)]);
}

/** The same contents for reading systems older than EPUB 3 (https://www.w3.org/TR/epub-33/#sec-opf2-ncx). */
export function ncx({ id, title, publication }: Book, toc: readonly TocEntry[]): string {
  let count = 0;
  const points = (entries: readonly TocEntry[]): Element[] =>
    entries.map((entry) => {
      count += 1;
      return x('navPoint', { id: `point-${count}`, playOrder: count }, [
        x('navLabel', {}, [x('text', {}, entry.title)]),
        x('content', { src: entry.href }),
        ...points(entry.children),
      ]);
    });
  const root = x(
    'ncx',
    {
      xmlns: 'http://www.daisy.org/z3986/2005/ncx/',
      version: '2005-1',
      'xml:lang': publication.language,
    },
    [
      x('head', {}, [
        x('meta', { name: 'dtb:uid', content: id }),
        x('meta', { name: 'dtb:depth', content: depthOf(toc) }),
      ]),
      x('docTitle', {}, [x('text', {}, title)]),
      x('navMap', {}, points(toc)),
    ],
  );
  return writeXml(root);
}

function depthOf(toc: readonly TocEntry[]): number {
  return toc.length === 0 ? 0 : 1 + Math.max(...toc.map(({ children }) => depthOf(children)));
}
