import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { attributionRuns, linkTo } from '#lib/editions/docx/parts.ts';
import { documentStyles, TEXT_INDENT } from '#lib/editions/docx/styles.ts';
import type { ClipItem } from './clips/clip-items.ts';

/** Writes items into a Word document: headings, paragraphs, sources and addresses. */
export function toDocx(items: readonly ClipItem[]): Promise<Blob> {
  const document = new Document({
    title: '选编',
    creator: items[0]?.issue.replace(/^《(.*)》[^》]*$/, '$1') ?? '',
    styles: documentStyles,
    sections: [{ children: [title('选编', 'HEADING_1'), ...items.flatMap(toParagraphs)] }],
  });
  return Packer.toBlob(document);
}

function toParagraphs({ title: name, text, sources, issue, address }: ClipItem): Paragraph[] {
  return [
    title(name, 'HEADING_2'),
    ...text
      .split('\n')
      .map((line) => new Paragraph({ text: line, indent: { firstLine: TEXT_INDENT } })),
    new Paragraph({ children: attributionRuns(sources) }),
    new Paragraph({ children: [new TextRun(`载${issue}：`), linkTo(address, address)] }),
  ];
}

function title(text: string, level: 'HEADING_1' | 'HEADING_2'): Paragraph {
  return new Paragraph({ text, heading: HeadingLevel[level] });
}
