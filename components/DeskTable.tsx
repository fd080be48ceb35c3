import type { ReactNode } from 'react';
import type { LastStep } from '#lib/views/desk-steps.ts';
import styles from './DeskTable.module.css';

type Props = {
  /** What is in the table, for readers who do not see it. */
  label: string;
  columns: readonly string[];
  /** Rows: each a `th` and as many `td` as there are other columns, made by `Cell`. */
  children: ReactNode;
};

/**
 * The cases or the acts of a period as a table. Scripts let the reader sort it by a column; without them it has the order
 * of the server. On narrow screens each row is a block, and each cell a line with the name of its column.
 */
export function DeskTable({ label, columns, children }: Props) {
  return (
    <sort-table>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="headlines">{children}</tbody>
      </table>
    </sort-table>
  );
}

type CellProps = {
  /** The name of its column. */
  of: string;
  /** By what its column is sorted, where that is not its text: a day, for example. */
  by?: string | undefined;
  children?: ReactNode;
};

/** The cell of the last step: its day as an item gives it. It is sorted by the day by which it is listed. */
export function LastCell({ day, listed }: LastStep) {
  return (
    <Cell of="最近" by={listed}>
      {day && <time dateTime={day.date}>{day.text}</time>}
    </Cell>
  );
}

/** A cell of such a table. */
export function Cell({ of, by, children }: CellProps) {
  return (
    <td data-of={of} data-by={by}>
      {children}
    </td>
  );
}
