import { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { type Packed, pack } from './pack.ts';
import { documentStyles, SMALL } from './styles.ts';

/** A4 and its margins, in twentieths of a point. */
const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1440, right: 1440, bottom: 1440, left: 1440 },
};

/** What the parts of a package are; some programs look for it at its beginning. */
const TYPES = '[Content_Types].xml';

/** A part of a document: its XML, and the same as it is packed where nothing is put into it. */
export type FramePart = { path: string; xml: string; packed: Packed };

/**
 * A document with nothing in it, which those of all issues share: the page, its styles, the footers, of which the
 * first says how to reprint. Made and packed anew for each, it would take 8 s of CPU for 520 issues.
 */
export function frameOf(reprint: string): Promise<FramePart[]> {
  const frame = frames.get(reprint) ?? makeFrame(reprint);
  frames.set(reprint, frame);
  return frame;
}

const frames = new Map<string, Promise<FramePart[]>>();

async function makeFrame(reprint: string): Promise<FramePart[]> {
  const document = new Document({
    styles: documentStyles,
    sections: [
      {
        properties: { titlePage: true, page: PAGE },
        headers: { first: emptyHeader(), default: emptyHeader() },
        footers: {
          first: new Footer({
            children: [new Paragraph({ children: [small([reprint])] }), pageNumber()],
          }),
          default: new Footer({ children: [pageNumber()] }),
        },
        children: [],
      },
    ],
  });
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  const paths = [TYPES, ...Object.keys(parts).filter((path) => path !== TYPES)];
  return paths.map((path) => {
    const xml = strFromU8(parts[path] ?? new Uint8Array());
    return { path, xml, packed: pack(xml) };
  });
}

function emptyHeader(): Header {
  return new Header({ children: [new Paragraph({})] });
}

function pageNumber(): Paragraph {
  const numbers = ['第', PageNumber.CURRENT, '页　共', PageNumber.TOTAL_PAGES, '页'];
  return new Paragraph({ alignment: 'center', children: [small(numbers)] });
}

function small(children: string[]): TextRun {
  return new TextRun({ size: SMALL, children });
}
