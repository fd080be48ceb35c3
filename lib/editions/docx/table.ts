import type { Element } from 'hast';
import type { Element as XmlElement } from 'xast';
import { x } from 'xastscript';
import type { InlineWriter } from './inline.ts';
import { paragraph, value } from './markup.ts';

/** The width that a page leaves to its text, in twentieths of a point. */
const WIDTH = 9026;
const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

/** The id of the style of paragraphs in a cell. */
type StyleOf = (leaf: 'cell' | 'head') => string;

/** A table as wide as the text, with a line around every cell (ECMA-376, 17.4.38). */
export function table(element: Element, inline: InlineWriter, styleOf: StyleOf): XmlElement {
  const rows = elementsOf(element).flatMap((part) =>
    elementsOf(part).map((row) => ({ isHead: part.tagName === 'thead', cells: elementsOf(row) })),
  );
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const border = { 'w:val': 'single', 'w:sz': 4, 'w:color': 'auto' };
  return x('w:tbl', {}, [
    x('w:tblPr', {}, [
      // In fiftieths of a percent.
      x('w:tblW', { 'w:w': 5000, 'w:type': 'pct' }),
      x('w:tblBorders', {}, [...SIDES.map((side) => x(`w:${side}`, border))]),
    ]),
    x('w:tblGrid', {}, [
      ...Array.from({ length: columns }, () =>
        x('w:gridCol', { 'w:w': Math.round(WIDTH / columns) }),
      ),
    ]),
    ...rows.map(({ isHead, cells }) =>
      x('w:tr', {}, [
        ...(isHead ? [x('w:trPr', {}, [x('w:tblHeader')])] : []),
        ...cells.map((each) => cell(each, inline, styleOf(isHead ? 'head' : 'cell'))),
      ]),
    ),
  ]);
}

function cell(
  { children, properties: { align } }: Element,
  inline: InlineWriter,
  style: string,
): XmlElement {
  const isAligned = align === 'center' || align === 'right' || align === 'left';
  const properties = [value('w:pStyle', style), ...(isAligned ? [value('w:jc', align)] : [])];
  return x('w:tc', {}, [paragraph(inline.write(children), ...properties)]);
}

function elementsOf({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}
