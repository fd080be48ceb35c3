import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { SearchItem } from '#lib/search/find.ts';

/** A Word document of items: headings, paragraphs, sources and addresses. */
export function toDocx(items: readonly (SearchItem & { address: string })[]): Promise<Blob> {
  const children = items.flatMap(({ title, text, sources, date, address }) => [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_2 }),
    ...text.split('\n').map((paragraph) => new Paragraph({ text: paragraph })),
    new Paragraph({
      children: [
        new TextRun(`来源：${sources.join('、')}（${date}） `),
        new ExternalHyperlink({
          link: address,
          children: [new TextRun({ text: address, style: 'Hyperlink' })],
        }),
      ],
    }),
  ]);
  const heading = new Paragraph({ text: '选编', heading: HeadingLevel.HEADING_1 });
  return Packer.toBlob(new Document({ sections: [{ children: [heading, ...children] }] }));
}
