import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IsoDate, isIsoDate } from '#lib/site/dates.ts';

/** Where the tables are; `README.md` there describes their format. */
export const tablesFolder = join(import.meta.dirname, '../tables');

/** A line of a table: a text, and what must be read in it. */
export type Case = {
  text: string;
  readings: string[];
  /** The date of the issue that the text stands in. */
  issue: IsoDate;
  /** The title of the item that the text stands in. */
  title: string;
};

/** A heading of a table, and the cases below it. */
export type CaseGroup = { heading: string; cases: Case[] };

type Settings = Pick<Case, 'issue' | 'title'>;

const DEFAULTS: Settings = { issue: '2025-06-16', title: '' };

/** Reads a table. @throws where a line is no case, or a case has no heading. */
export function readTable(name: string): CaseGroup[] {
  const groups: CaseGroup[] = [];
  let settings: Settings = DEFAULTS;
  const lines = readFileSync(join(tablesFolder, name), 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    const [, heading] = /^## (.+)$/.exec(line) ?? [];
    const [, issue] = /^issue: (.+)$/.exec(line) ?? [];
    const [, title] = /^title: (.+)$/.exec(line) ?? [];
    if (heading !== undefined) groups.push({ heading, cases: [] });
    else if (issue !== undefined && isIsoDate(issue)) settings = { ...settings, issue };
    else if (title !== undefined) settings = { ...settings, title };
    else if (line === '') settings = DEFAULTS;
    else if (!line.startsWith('# ')) {
      const read = readCase(line);
      const group = groups.at(-1);
      if (read === undefined || group === undefined)
        throw new Error(`${name}:${index + 1}: Unexpected line, expected "text → reading"`);
      group.cases.push({ ...settings, ...read });
    }
  }
  return groups;
}

/** What one line of a table says: `text → reading | reading # comment`. */
function readCase(line: string): Pick<Case, 'text' | 'readings'> | undefined {
  const [, text, readings] = /^(.*)→ (.+?)(?: +# .*)?$/.exec(line) ?? [];
  if (text === undefined || readings === undefined) return undefined;
  return {
    text: text.trim().replaceAll('⏎', '\n'),
    readings: readings === 'none' ? [] : readings.split(' | '),
  };
}
