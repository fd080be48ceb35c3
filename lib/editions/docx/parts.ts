import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx';

/** Who reported an item: a name, and the report's address and day where they are known. */
export type Credit = { name: string; url?: string | undefined; date?: string | undefined };

/** A piece of a line, and where it leads. */
type Piece = { text: string; url?: string | undefined };

/** The line of an item's sources: 来源：证券日报 2025-03-26、光明日报. */
export function creditPieces(sources: readonly Credit[]): Piece[] {
  return sources.flatMap(({ name, url, date }, index) => [
    { text: index === 0 ? '来源：' : '、' },
    { text: name, url },
    ...(date === undefined ? [] : [{ text: ` ${date}` }]),
  ]);
}

/** That line as docx takes it. */
export function creditRuns(sources: readonly Credit[]): ParagraphChild[] {
  return creditPieces(sources).map(({ text, url }) =>
    url === undefined ? new TextRun(text) : linkTo(url, text),
  );
}

/** A link that looks like one. */
export function linkTo(link: string, text: string): ExternalHyperlink {
  return new ExternalHyperlink({ link, children: [new TextRun({ text, style: 'Hyperlink' })] });
}
