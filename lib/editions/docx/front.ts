import { Footer, Header, type IRunOptions, PageNumber, Paragraph, TextRun } from 'docx';
import { formatDate } from '#lib/site/dates.ts';
import { type Book, type BookIssue, issueName } from '../book.ts';

/** Where the document begins: each line says what it is in a way that the import knows. */
export function masthead({ name }: Book['publication'], issue: BookIssue): Paragraph[] {
  const { date, number, ownTitle, summary, editor } = issue;
  const day = number === undefined ? formatDate(date) : `${formatDate(date)} 第${number}期`;
  const line = (text: string) => new Paragraph({ text, style: 'Subtitle' });
  return [
    new Paragraph({ text: name, heading: 'Title' }),
    line(day),
    ...(ownTitle === undefined ? [] : [new Paragraph({ text: ownTitle, heading: 'Title' })]),
    ...(editor === undefined ? [] : [line(`编辑：${editor}`)]),
    ...(summary === undefined
      ? []
      : [
          new Paragraph({
            children: [new TextRun({ text: '导语：', bold: true }), new TextRun(summary)],
          }),
        ]),
  ];
}

/** What stands above and below the text: the first page says how to reprint, the others what they are of. */
export function margins({ publication }: Book, issue: BookIssue) {
  const small = (text: string) => new TextRun({ text, size: SMALL });
  const pages = new Paragraph({
    alignment: 'center',
    children: [
      run({ children: ['第', PageNumber.CURRENT, '页　共', PageNumber.TOTAL_PAGES, '页'] }),
    ],
  });
  return {
    headers: {
      first: new Header({ children: [] }),
      default: new Header({
        children: [
          new Paragraph({
            alignment: 'center',
            border: { bottom: { style: 'single', size: 4, space: 4, color: '999999' } },
            children: [small(`${publication.name}　${issueName(issue)}`)],
          }),
        ],
      }),
    },
    footers: {
      first: new Footer({
        children: [new Paragraph({ children: [small(publication.reprint)] }), pages],
      }),
      default: new Footer({ children: [pages] }),
    },
  };
}

/** Half points. */
const SMALL = 18;

function run(options: IRunOptions): TextRun {
  return new TextRun({ size: SMALL, ...options });
}
