import type { ElementContent } from 'xast';
import { x } from 'xastscript';
import { writeXml } from '../xml.ts';

/** A text file of the book, as its path and its content. */
export type BookDocument = { path: string; content: string };

/** The inputs of `writeDocument`. */
export type DocumentParts = {
  path: string;
  title: string;
  language: string;
  body: ElementContent[];
};

/** Writes a document of the book: XHTML with the `epub:type` attributes of EPUB. */
export function writeDocument({ path, title, language, body }: DocumentParts): BookDocument {
  const root = x(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: language,
      'xml:lang': language,
    },
    [
      x('head', {}, [
        x('title', {}, title),
        x('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
      ]),
      x('body', {}, body),
    ],
  );
  return { path, content: writeXml(root, '<!DOCTYPE html>\n') };
}
