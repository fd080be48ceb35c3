import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx';

/** Who reported an item: a name, and the report's address and day where they are known. */
export type Credit = { name: string; url?: string | undefined; date?: string | undefined };

/** The line of an item's sources: 来源：证券日报 2025-03-26、光明日报. */
export function creditRuns(sources: readonly Credit[]): ParagraphChild[] {
  return sources.flatMap(({ name, url, date }, index) => [
    new TextRun(index === 0 ? '来源：' : '、'),
    url === undefined ? new TextRun(name) : linkTo(url, name),
    ...(date === undefined ? [] : [new TextRun(` ${date}`)]),
  ]);
}

/** A link that looks like one. */
export function linkTo(link: string, text: string): ExternalHyperlink {
  return new ExternalHyperlink({ link, children: [new TextRun({ text, style: 'Hyperlink' })] });
}
