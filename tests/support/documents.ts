import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AlignmentType,
  Document,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';

/** An item of the issue, in the parts from which the forms below are written. */
type News = { section: string; title: string; body: string; source: string };

export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const ROWS = [
  ['季度', '营收'],
  ['第四季度', '206亿元'],
];

/** The issue in plain text: bare names of sections, one line for an item, half-width punctuation. */
export const seedText = `发布时间:2025-03-31\n${readFileSync(
  join(import.meta.dirname, '../fixtures/seed-form/input.md'),
  'utf8',
)
  .replace(/^## /gm, '')
  .replace(/\n\n/g, '\n')}`;

const news: News[] = [];
let section = '';
for (const line of seedText.split('\n').slice(2)) {
  const match = /^【(.*?)】\s*(.*)\(来源:(.*)\)$/.exec(line);
  if (match === null) section = line;
  else news.push({ section, title: match[1] ?? '', body: match[2] ?? '', source: match[3] ?? '' });
}

/** The same issue as a page: bold titles, soft line breaks, sources to the right, a table, a picture. */
export function seedHtml(): string {
  const parts = news.map((each, index) => {
    const isFirst = each.section !== news[index - 1]?.section;
    const title =
      index % 2 === 0
        ? `<p><b>【${each.title}】</b><br>${each.body}</p>`
        : `<p><span style="font-weight: bold">【${each.title}】 </span>${each.body}</p>`;
    return `${isFirst ? `<h2>${each.section}</h2>` : ''}${title}
      <p style="text-align: right">（来源：${each.source}）</p>`;
  });
  const rows = ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><style>p { margin: 0 }</style></head><body>
    <p>发布时间：2025-03-31</p>${parts.join('\n')}
    <p><b>【附表】</b>见下表。</p><table>${rows.join('')}</table>
    <p><img alt="图" src="data:image/png;base64,${PICTURE.toString('base64')}"></p>
    <p style="text-align: right">（来源：证券日报）</p><script>alert(1)</script></body></html>`;
}

/** The same issue as a Word document. */
export function seedDocx(): Promise<Buffer> {
  const right = (text: string) => new Paragraph({ text, alignment: AlignmentType.RIGHT });
  const children = news.flatMap((each, index) => {
    const isFirst = each.section !== news[index - 1]?.section;
    const title = new Paragraph({
      children: [
        new TextRun({ text: `【${each.title}`, bold: true }),
        new TextRun({ text: '】', bold: true, color: '333333' }),
        index % 2 === 0
          ? new TextRun({ text: each.body, break: 1 })
          : new TextRun({ text: ` ${each.body}` }),
      ],
    });
    const heading = new Paragraph({ text: each.section, heading: HeadingLevel.HEADING_1 });
    return [...(isFirst ? [heading] : []), title, right(`（来源：${each.source}）`)];
  });
  const cells = (row: string[]) =>
    row.map((text) => new TableCell({ children: [new Paragraph(text)] }));
  const image = new ImageRun({
    type: 'png',
    data: PICTURE,
    transformation: { width: 10, height: 10 },
    altText: { name: '图', description: '图', title: '图' },
  });
  const attached = [
    new Paragraph({
      children: [new TextRun({ text: '【附表】', bold: true }), new TextRun('见下表。')],
    }),
    new Table({ rows: ROWS.map((row) => new TableRow({ children: cells(row) })) }),
    new Paragraph({ children: [image] }),
    right('（来源：证券日报）'),
  ];
  const document = new Document({
    sections: [{ children: [new Paragraph('发布时间：2025-03-31'), ...children, ...attached] }],
  });
  return Packer.toBuffer(document);
}
