import { writeFileSync } from 'node:fs';
import { type Times, timesOf } from './measure.ts';

/** The results of the benches: printed as they come, and written as Markdown at the end. */
export class Report {
  readonly #lines: string[] = [];

  heading(text: string): void {
    this.#tell('', `## ${text}`);
  }

  say(text: string): void {
    this.#tell('', text);
  }

  /** Rows of cells below the names of the columns; the first column names the row, the others are numbers. */
  table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
    const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
    const rule = columns.map((_, index) => (index === 0 ? '---' : '--:'));
    this.#tell('', row(columns), row(rule), ...rows.map(row));
  }

  write(file: string): void {
    writeFileSync(file, `${this.#lines.join('\n').trim()}\n`);
  }

  #tell(...lines: string[]): void {
    this.#lines.push(...lines);
    console.log(lines.join('\n'));
  }
}

/** The names of the columns that `timeCells` fills. */
export function timeColumns(unit: 'ms' | 's'): string[] {
  return [`least, ${unit}`, `median, ${unit}`, `most, ${unit}`];
}

/** The least, median and longest of some times. */
export function timeCells(times: readonly number[] | Times): string[] {
  const { least, middle, most } = 'least' in times ? times : timesOf(times);
  return [least, middle, most].map((time) => time.toFixed(2));
}
