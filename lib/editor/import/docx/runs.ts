import { type Xml, xml } from './xml.ts';

/** A text to stand in a paragraph. */
export function textRun(text: string): Xml {
  return xml('w:r', {}, xml('w:t', {}, text));
}

/** Elements of a paragraph as a link. It may stand in any part: its address needs no relationship. */
export function linkRuns(url: string, inside: Xml[]): Xml[] {
  return fieldRuns(`HYPERLINK "${url.replaceAll('"', '%22')}"`, inside);
}

/** Elements of a paragraph as what a field shows (ECMA-376-1, 17.16.18). */
export function fieldRuns(instruction: string, inside: Xml[]): Xml[] {
  const mark = (type: string) => xml('w:r', {}, xml('w:fldChar', { 'w:fldCharType': type }));
  return [
    mark('begin'),
    xml('w:r', {}, xml('w:instrText', {}, instruction)),
    mark('separate'),
    ...inside,
    mark('end'),
  ];
}
