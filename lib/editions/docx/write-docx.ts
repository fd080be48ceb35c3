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
import { pack, zipPacked } from './pack.ts';
import { creditPieces } from './parts.ts';
import { Relations } from './relations.ts';

/**
 * An issue as a Word document (ECMA-376), in such a form that the import makes the same issue of it. The
 * same issue gives the same bytes.
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
  /** What is put before these tags of the frame's parts. */
  const insertions: Record<string, [tag: string, elements: Element[]][]> = {
    'word/document.xml': [['<w:sectPr', body]],
    'word/_rels/document.xml.rels': [['</Relationships>', relations.elements]],
    'word/styles.xml': [['</w:styles>', styles.elements]],
    'word/numbering.xml': [
      ['<w:num ', kinds],
      ['</w:numbering>', lists],
    ],
  };
  const parts = (await frameOf(publication.reprint)).map(({ path, xml, packed }) => {
    const whole = own[path];
    if (whole !== undefined) return { path, packed: pack(writeXml(whole)) };
    const text = (insertions[path] ?? []).reduce(insertBefore, xml);
    return { path, packed: text === xml ? packed : pack(text) };
  });
  const media = Array.from(pictures.values(), ({ name, bytes }) => ({
    path: `word/media/${name}`,
    packed: pack(bytes),
  }));
  return zipPacked([...parts, ...media], book.date);
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
  const credits = creditPieces(sources).map((piece) =>
    piece.url === undefined ? run(piece.text) : inline.link(piece.url, piece.text),
  );
  return [
    // The permalink is the title's own: Word opens it, and the import knows the item by it.
    styled('Heading2', [inline.link(url, title, {})]),
    ...blocks.write(readHtml(html)),
    ...(credits.length === 0 ? [] : [paragraph(credits, value('w:jc', 'right'))]),
  ];
}
