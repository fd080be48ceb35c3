import { addDays, type IsoDate } from '#lib/site/dates.ts';
import { firstOccurrence } from '../faults/diagnostics.ts';
import type { FindingCache } from '../finding-cache.ts';
import type { Issue } from '../issue.ts';
import { nameKey } from '../names.ts';
import type { ParsedIssue } from '../parse-issue.ts';
import { itemsOf } from '../queries.ts';
import { checkSources } from './repeated-sources.ts';
import { checkStories } from './repeated-stories.ts';

/**
 * Reports the faults that show only when issues are compared: numbers, titles, stories and sources that repeat, gaps
 * between numbers, and sources older than the issue before.
 */
export function checkAcrossIssues(
  parsed: readonly ParsedIssue[],
  findingCache: FindingCache,
): void {
  const inOrder = parsed
    .flatMap(({ issue, diagnostics }) => (issue ? [{ issue, diagnostics }] : []))
    .sort((a, b) => (a.issue.date < b.issue.date ? -1 : 1));
  checkNumbers(inOrder);
  checkTitles(inOrder);
  checkStories(inOrder, findingCache);
  checkSources(inOrder);
  checkDates(inOrder);
}

type Complete = ParsedIssue & { issue: Issue };

function checkNumbers(issues: readonly Complete[]): void {
  const firstByNumber = new Map<number, Complete>();
  let previous: Complete | undefined;
  for (const current of issues) {
    const { number } = current.issue;
    const first = number === undefined ? undefined : firstByNumber.get(number);
    const expected = previous?.issue.number === undefined ? undefined : previous.issue.number + 1;
    if (first !== undefined) {
      const reason = `Unexpected number ${number}, which another issue has, expected a new one`;
      const cause = firstOccurrence(first.diagnostics.path, 'first here', numberPlace(first));
      report(current, 'number-duplicate', reason, cause);
    } else if (number !== undefined) {
      firstByNumber.set(number, current);
      if (expected !== undefined && number !== expected) {
        const reason = `Unexpected number ${number}, expected ${expected} after ${previous?.issue.date}`;
        report(current, 'number-gap', reason);
      }
    }
    previous = current;
  }
}

function checkTitles(issues: readonly Complete[]): void {
  const firstByTitle = new Map<string, { path: string; line: number; column: number }>();
  for (const { issue, diagnostics } of issues) {
    for (const item of itemsOf(issue)) {
      const key = nameKey(item.title);
      const first = firstByTitle.get(key);
      if (key === '') continue;
      if (first === undefined) firstByTitle.set(key, item.place);
      // Equal titles in one file have equal ids, which is reported as an error.
      else if (first.path !== item.place.path) {
        const reason = `Unexpected title “${item.title}” again, expected a new one or a follow-up's`;
        const cause = firstOccurrence(first.path, 'first here', first);
        diagnostics.report('title-repeated', reason, item.place, { cause });
      }
    }
  }
}

/** Reports sources that were published after the issue, or before both the last week and the previous issue. */
function checkDates(issues: readonly Complete[]): void {
  let previous: IsoDate | undefined;
  for (const { issue, diagnostics } of issues) {
    const week = addDays(issue.date, -7);
    const earliest = previous !== undefined && previous < week ? previous : week;
    for (const item of itemsOf(issue)) {
      for (const { date, place } of item.attributions) {
        if (date === undefined || (date >= earliest && date <= issue.date)) continue;
        const reason = `Unexpected date ${date} of a source, expected ${earliest} to ${issue.date}`;
        diagnostics.report('date-outside-week', reason, place);
      }
    }
    previous = issue.date;
  }
}

function report(
  { issue, diagnostics }: Complete,
  rule: 'number-duplicate' | 'number-gap',
  reason: string,
  cause?: ReturnType<typeof firstOccurrence>,
): void {
  const message = diagnostics.report(rule, reason, numberPlace({ diagnostics }), { cause });
  if (issue.draft) message.fatal = false;
}

function numberPlace({ diagnostics }: Pick<Complete, 'diagnostics'>) {
  return diagnostics.pointOf(Math.max(0, diagnostics.text.search(/^number\s*:/m)));
}
