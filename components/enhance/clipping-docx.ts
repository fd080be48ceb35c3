import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { ClipItem } from './clip-items.ts';

/** As Chinese documents are set: Song type, and Black for headings, where the reader's machine has them. */
const TEXT_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun' };
const HEADING_FONT = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'SimHei' };
/** Two characters of the text, in twentieths of a point. */
const INDENT = 2 * 12 * 20;

/** A Word document of items: headings, paragraphs, sources and addresses. */
export function toDocx(items: readonly ClipItem[]): Promise<Blob> {
  const heading = (run: { size: number }) => ({
    run: { ...run, font: HEADING_FONT, color: '000000', bold: true },
    paragraph: { spacing: { before: 240, after: 120 } },
  });
  const document = new Document({
    title: '选编',
    creator: items[0]?.issue.replace(/^《(.*)》.*$/, '$1') ?? '',
    // Sizes are in half points.
    styles: {
      default: {
        document: { run: { font: TEXT_FONT, size: 24 }, paragraph: { spacing: { line: 360 } } },
        heading1: heading({ size: 36 }),
        heading2: heading({ size: 28 }),
      },
    },
    sections: [{ children: [title('选编', 'HEADING_1'), ...items.flatMap(toParagraphs)] }],
  });
  return Packer.toBlob(document);
}

function toParagraphs({ title: name, text, sources, issue, address }: ClipItem): Paragraph[] {
  const credits = sources.flatMap(({ name: source, url, date }, index) => [
    new TextRun(index === 0 ? '来源：' : '、'),
    url === undefined ? new TextRun(source) : linkTo(url, source),
    new TextRun(date === undefined ? '' : ` ${date}`),
  ]);
  return [
    title(name, 'HEADING_2'),
    ...text.split('\n').map((line) => new Paragraph({ text: line, indent: { firstLine: INDENT } })),
    new Paragraph({ children: credits }),
    new Paragraph({ children: [new TextRun(`载${issue}：`), linkTo(address, address)] }),
  ];
}

function title(text: string, level: 'HEADING_1' | 'HEADING_2'): Paragraph {
  return new Paragraph({ text, heading: HeadingLevel[level] });
}

function linkTo(link: string, text: string): ExternalHyperlink {
  return new ExternalHyperlink({ link, children: [new TextRun({ text, style: 'Hyperlink' })] });
}
