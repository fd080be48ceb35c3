import {
  Document,
  ExternalHyperlink,
  type FileChild,
  HeadingLevel,
  type ILevelsOptions,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import type { ReadPublic } from '#lib/content/public-folder.ts';
import type { Book, BookItem } from '../book.ts';
import { readHtml } from '../html-tree.ts';
import { loadPictures } from '../pictures.ts';
import { BlockWriter } from './blocks.ts';
import { margins, masthead } from './front.ts';
import { creditRuns } from './parts.ts';
import { repack } from './repack.ts';
import { documentStyles } from './styles.ts';

/** A4 and its margins, in twentieths of a point. */
const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1440, right: 1440, bottom: 1440, left: 1440 },
};

/**
 * An issue as a Word document (ECMA-376), in such a form that the import makes the same issue of it. The
 * same issue gives the same bytes.
 */
export async function writeDocx(
  book: Book,
  readPublic: ReadPublic,
): Promise<Uint8Array<ArrayBuffer>> {
  const [issue] = book.issues;
  if (issue === undefined) throw new RangeError('a book without an issue is no document');
  const pictures = await loadPictures(book, readPublic);
  const blocks = new BlockWriter({ base: issue.url, pictures });
  const children = [
    ...masthead(book.publication, issue),
    ...blocks.write(readHtml(issue.lead)),
    ...issue.sections.flatMap(({ name, items }) => [
      new Paragraph({ text: name, heading: HeadingLevel.HEADING_1 }),
      ...items.flatMap((item) => itemBlocks(item, blocks)),
    ]),
  ];
  const { name } = book.publication;
  const document = new Document({
    title: book.title,
    creator: issue.editor ?? name,
    lastModifiedBy: name,
    description: issue.summary ?? book.publication.description,
    keywords: issue.sections.map((section) => section.name).join(', '),
    revision: 1,
    styles: documentStyles,
    numbering: {
      config: Array.from(blocks.numberings, ([reference, start]) => ({
        reference,
        levels: levelsFrom(start),
      })),
    },
    sections: [{ properties: { titlePage: true, page: PAGE }, ...margins(book, issue), children }],
  });
  return repack(await Packer.toArrayBuffer(document), book);
}

function itemBlocks({ title, url, html, sources }: BookItem, blocks: BlockWriter): FileChild[] {
  // The permalink is the title's own: Word opens it, and the import knows the item by it.
  const link = new ExternalHyperlink({ link: url, children: [new TextRun(title)] });
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [link] }),
    ...blocks.write(readHtml(html)),
    ...(sources.length === 0
      ? []
      : [new Paragraph({ alignment: 'right', children: creditRuns(sources) })]),
  ];
}

function levelsFrom(start: number): ILevelsOptions[] {
  return Array.from({ length: 9 }, (_, level) => ({
    level,
    format: 'decimal',
    text: `%${level + 1}.`,
    start: level === 0 ? start : 1,
    style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } },
  }));
}
