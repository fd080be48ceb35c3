import type { Element, ElementContent } from 'hast';
import { readNesting } from '#lib/editions/docx/nesting.ts';
import { elementOf } from './element.ts';
import type { Styles } from './styles.ts';
import { childOf, isElement, textOf, valOf, type Xml } from './xml.ts';

/** Reads the blocks of a cell. */
type ReadCell = (children: Xml['children']) => ElementContent[];

/** A table with its merged cells (ECMA-376-1, 17.4). Only a Word edition of ours has styles that mark its head. */
export function readTable(table: Xml, styles: Styles, readCell: ReadCell): Element {
  /** The cells of the row above, by their columns: a merged cell goes on below. */
  const above = new Map<number, Element>();
  const rows = table.children.filter(isElement).filter(({ name }) => name === 'w:tr');
  const children = rows.map((row) => {
    const properties = childOf(row, 'w:trPr');
    const cells: Element[] = [];
    let column = Number(valOf(properties, 'w:gridBefore') ?? 0);
    for (let before = 0; before < column; before += 1) cells.push(elementOf('td'));
    for (const node of row.children.filter(isElement).filter(({ name }) => name === 'w:tc')) {
      const own = childOf(node, 'w:tcPr');
      const merge = childOf(own, 'w:vMerge');
      const isMore = merge !== undefined && merge.attributes['w:val'] !== 'restart';
      const wider = Math.max(1, Number(valOf(own, 'w:gridSpan') ?? 1));
      const top = above.get(column);
      if (isMore && top !== undefined && textOf(node).trim() === '') {
        top.properties.rowSpan = Number(top.properties.rowSpan ?? 1) + 1;
      } else {
        const cell = { ...cellOf(node, styles), children: readCell(node.children) };
        if (wider > 1) cell.properties.colSpan = wider;
        above.set(column, cell);
        cells.push(cell);
      }
      column += wider;
    }
    const isHidden = childOf(properties, 'w:hidden') !== undefined;
    return elementOf('tr', cells, isHidden ? { hidden: true } : {});
  });
  return elementOf('table', children);
}

/** A cell without its contents. Only Word editions of ours mark the head by a style and align whole columns. */
function cellOf(node: Xml, styles: Styles): Element {
  const properties = childOf(childOf(node, 'w:p'), 'w:pPr');
  const leaf = readNesting(styles.nameOf(valOf(properties, 'w:pStyle')))?.leaf;
  const align = valOf(properties, 'w:jc');
  const isAligned = leaf !== undefined && align !== undefined;
  return elementOf(leaf === 'head' ? 'th' : 'td', [], isAligned ? { align } : {});
}
