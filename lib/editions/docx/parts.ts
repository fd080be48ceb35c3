import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx';

/** A source that an item cites: its name, and the report's address and day where they are known. */
export type CitedSource = { name: string; url?: string | undefined; date?: string | undefined };

/** A piece of a line, and the address that it links to. */
type Piece = { text: string; url?: string | undefined };

/** The attribution of an item in pieces: 来源：证券日报 2025-03-26、光明日报. */
export function attributionPieces(sources: readonly CitedSource[]): Piece[] {
  return sources.flatMap(({ name, url, date }, index) => [
    { text: index === 0 ? '来源：' : '、' },
    { text: name, url },
    ...(date === undefined ? [] : [{ text: ` ${date}` }]),
  ]);
}

/** The same as the docx package takes it. */
export function attributionRuns(sources: readonly CitedSource[]): ParagraphChild[] {
  return attributionPieces(sources).map(({ text, url }) =>
    url === undefined ? new TextRun(text) : linkTo(url, text),
  );
}

/** A link in the style of links. */
export function linkTo(link: string, text: string): ExternalHyperlink {
  return new ExternalHyperlink({ link, children: [new TextRun({ text, style: 'Hyperlink' })] });
}
