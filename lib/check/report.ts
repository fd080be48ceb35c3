import { join, relative } from 'node:path';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { reporter } from 'vfile-reporter';
import { type Diagnostics, wholeReason } from '#lib/content/faults/diagnostics.ts';
import type { Rule } from '#lib/content/faults/rule.ts';
import { rules } from '#lib/content/faults/rules.ts';
import type { Issue } from '#lib/content/issue.ts';
import { displayPath } from '#lib/system/working-folder.ts';

export const formats = ['text', 'json', 'github'] as const;
export type ReportFormat = (typeof formats)[number];

/** The files of a content folder whose faults are reported, and the issues that are counted in the last line. */
type Faults = { issues: readonly Issue[]; folder: string; files: readonly Diagnostics[] };

/** What `check` prints: lines for people, a JSON array for programs, or commands that GitHub shows beside the lines. */
export function writeReport(faults: Faults, format: ReportFormat): string {
  if (format === 'json') return JSON.stringify(faults.files.flatMap(faultsIn(faults)), null, 2);
  const lines =
    format === 'github'
      ? faults.files.flatMap(faultsIn(faults)).map(toCommand).join('\n')
      : reporter(
          faults.files
            .filter(({ messages }) => messages.length > 0)
            .map((file) => toVFile(file, faults.folder)),
          { color: hasColours() },
        );
  return [lines, countLine(faults)].filter(Boolean).join('\n\n');
}

/** Whether the output goes to a terminal that shows colours, and not to a file. */
export function hasColours(): boolean {
  return Boolean(process.stdout.isTTY && process.stdout.hasColors());
}

/** The faults of a content file in the form that vfile-reporter takes; its path is relative to the user's folder. */
export function toVFile({ path, messages }: Diagnostics, folder = ''): VFile {
  const file = new VFile({ path: displayPath(join(folder, path)) });
  file.messages = [...messages];
  return file;
}

/** A fault in the JSON report. */
type ReportedFault = {
  file: string;
  line: number;
  column: number;
  severity: 'error' | 'warning';
  rule: string;
  message: string;
  expected?: string[];
};

function faultsIn({ folder }: Faults): (file: Diagnostics) => ReportedFault[] {
  return ({ path, inOrder }) =>
    inOrder.map((message) => ({
      file: relative('', join(folder, path)).replaceAll('\\', '/'),
      line: message.line ?? 1,
      column: message.column ?? 1,
      severity: message.fatal ? 'error' : 'warning',
      rule: message.ruleId ?? '',
      message: wholeReason(message),
      ...(message.expected ? { expected: message.expected } : {}),
    }));
}

/**
 * A workflow command, escaped as GitHub's own toolkit does.
 * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
 */
function toCommand({ file, line, column, severity, rule, message }: ReportedFault): string {
  const properties = { file, line: String(line), col: String(column), title: rule };
  const list = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeData(value).replace(/:/g, '%3A').replace(/,/g, '%2C')}`,
  );
  return `::${severity} ${list.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** The last line, with the numbers. Before it, if there are faults that `fix` mends, a line that says so. */
function countLine({ issues, files }: Faults): string {
  const messages = files.flatMap((file) => file.messages);
  const errors = messages.filter(({ fatal }) => fatal).length;
  const sections = issues.flatMap((issue) => issue.sections);
  const items = sections.flatMap((section) => section.items);
  const counts = [
    `${issues.length} issues`,
    `${items.length} items`,
    `${new Set(sections.map(({ section }) => section.id)).size} sections`,
    `${items.flatMap(({ attributions }) => attributions).length} sources`,
  ];
  const count = `${counts.join(', ')}: ${errors} errors, ${messages.length - errors} warnings`;
  const fixable = messages.filter(isFixable).length;
  return fixable === 0 ? count : `npm run fix mends ${fixable} of them.\n${count}`;
}

/** Whether the table of rules says that `npm run fix` mends such a fault. */
export function isFixable({ ruleId }: VFileMessage): boolean {
  const rule = Object.entries<Rule>(rules).find(([id]) => id === ruleId)?.[1];
  return rule?.fixable === true;
}
