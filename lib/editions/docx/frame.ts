import { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { type DeflatedFile, deflateFile } from './pack.ts';
import { documentStyles, SMALL } from './styles.ts';

/** A4 and its margins, in twentieths of a point. */
const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1440, right: 1440, bottom: 1440, left: 1440 },
};

/** The part that lists the types of all parts. It comes first, because some programs look for it only there. */
const TYPES = '[Content_Types].xml';

/** A part of the empty document: its XML, and the same compressed, for issues that add nothing to the part. */
export type FramePart = { path: string; xml: string; file: DeflatedFile };

/**
 * The parts of an empty document: page size, styles, and footers, of which the first says how to reprint. All issues
 * share them: to make and compress them for each of 520 issues would take 8 s of CPU.
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
    return { path, xml, file: deflateFile(xml) };
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
