import type { Element } from 'xast';
import type { ReadPublicFile } from '#lib/content/archive.ts';
import type { Book, BookIssue, BookItem } from '../book.ts';
import { readHtml } from '../html-tree.ts';
import { loadPictures } from '../pictures.ts';
import { writeFragment, writeXml } from '../xml.ts';
import { BlockWriter } from './blocks.ts';
import { frameOf } from './frame.ts';
import { coreProperties, masthead, pageHeader } from './front.ts';
import { InlineWriter } from './inline.ts';
import { paragraph, run, styled, value } from './markup.ts';
import { NestingStyles } from './nesting-styles.ts';
import { Numbering } from './numbering.ts';
import { deflateFile, zipDeflated } from './pack.ts';
import { attributionPieces } from './parts.ts';
import { Relations } from './relations.ts';

/**
 * Writes an issue as a Word document (ECMA-376). The import reads it back as the same issue. The same issue gives the
 * same bytes.
 * @throws RangeError for a book without an issue
 */
export async function writeDocx(
  book: Book,
  readPublicFile: ReadPublicFile,
): Promise<Uint8Array<ArrayBuffer>> {
  const [issue] = book.issues;
  if (issue === undefined) throw new RangeError('a book without an issue is no document');
  const { publication } = book;
  const pictures = await loadPictures(book, readPublicFile);
  const relations = new Relations();
  const numbering = new Numbering();
  const styles = new NestingStyles();
  const inline = new InlineWriter(issue.url, pictures, relations);
  const blocks = new BlockWriter(inline, numbering, styles);
  const body = [...masthead(publication, issue), ...issueBlocks(issue, blocks)];
  const { kinds, lists } = numbering.elements;
  const own: Record<string, Element> = {
    'docProps/core.xml': coreProperties(book, issue),
    'word/header1.xml': pageHeader(publication, issue),
  };
  /** By the path of a part, the elements to insert and the tags to insert them before. */
  const insertions: Record<string, [tag: string, elements: Element[]][]> = {
    'word/document.xml': [['<w:sectPr', body]],
    'word/_rels/document.xml.rels': [['</Relationships>', relations.elements]],
    'word/styles.xml': [['</w:styles>', styles.elements]],
    'word/numbering.xml': [
      ['<w:num ', kinds],
      ['</w:numbering>', lists],
    ],
  };
  const parts = (await frameOf(publication.reprint)).map(({ path, xml, file }) => {
    const whole = own[path];
    if (whole !== undefined) return { path, file: deflateFile(writeXml(whole)) };
    const text = (insertions[path] ?? []).reduce(insertBefore, xml);
    return { path, file: text === xml ? file : deflateFile(text) };
  });
  const media = Array.from(pictures.values(), ({ name, bytes }) => ({
    path: `word/media/${name}`,
    file: deflateFile(bytes),
  }));
  return zipDeflated([...parts, ...media], book.date);
}

function insertBefore(xml: string, [tag, elements]: [tag: string, elements: Element[]]): string {
  return elements.length === 0 ? xml : xml.replace(tag, () => `${writeFragment(elements)}${tag}`);
}

function issueBlocks({ lead, sections }: BookIssue, blocks: BlockWriter): Element[] {
  return [
    ...blocks.write(readHtml(lead)),
    ...sections.flatMap(({ name, items }) => [
      styled('Heading1', [run(name)]),
      ...items.flatMap((item) => itemBlocks(item, blocks)),
    ]),
  ];
}

function itemBlocks({ title, url, html, sources }: BookItem, blocks: BlockWriter): Element[] {
  const { inline } = blocks;
  const attribution = attributionPieces(sources).map((piece) =>
    piece.url === undefined ? run(piece.text) : inline.link(piece.url, piece.text),
  );
  return [
    // The title links to the permalink, by which the import recognises the item.
    styled('Heading2', [inline.link(url, title, {})]),
    ...blocks.write(readHtml(html)),
    ...(attribution.length === 0 ? [] : [paragraph(attribution, value('w:jc', 'right'))]),
  ];
}
