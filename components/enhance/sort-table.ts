import { define, h } from './page/define.ts';

/** A table that the reader sorts by pressing the name of a column: up, down, and back to the order of the page. */
class SortTable extends HTMLElement {
  connectedCallback(): void {
    const headings = [...this.querySelectorAll('thead th')];
    const body = this.querySelector('tbody');
    if (body === null || this.querySelector('button') !== null) return;
    const rows = [...body.rows];
    headings.forEach((heading, column) => {
      const name = heading.textContent ?? '';
      const press = () => {
        const next = NEXT[heading.getAttribute('aria-sort') ?? 'none'] ?? 'none';
        for (const other of headings) other.removeAttribute('aria-sort');
        if (next !== 'none') heading.setAttribute('aria-sort', next);
        body.append(...inOrder(rows, column, next));
      };
      heading.replaceChildren(h('button', { type: 'button', onclick: press }, name));
    });
  }
}

type Order = 'none' | 'ascending' | 'descending';
const NEXT: Record<string, Order> = { none: 'ascending', ascending: 'descending' };

const { compare } = new Intl.Collator('zh-CN', { numeric: true });

/** The rows by a column. Rows that have nothing in it come last; equal ones keep the order of the page. */
function inOrder(
  rows: readonly HTMLTableRowElement[],
  column: number,
  order: Order,
): readonly HTMLTableRowElement[] {
  if (order === 'none') return rows;
  const sign = order === 'ascending' ? 1 : -1;
  return [...rows].sort((one, other) => {
    const [a, b] = [keyOf(one.cells[column]), keyOf(other.cells[column])];
    return a === '' || b === '' ? Number(a === '') - Number(b === '') : sign * compare(a, b);
  });
}

function keyOf(cell: HTMLTableCellElement | undefined): string {
  const named = cell?.querySelector('a');
  return cell?.dataset.by ?? (cell?.tagName === 'TH' ? named : cell)?.textContent?.trim() ?? '';
}

define({ 'sort-table': SortTable });
