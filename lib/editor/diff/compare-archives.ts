import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { entriesById } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { addressesIn, changeOf, compareItems, listItem } from './compare-items.ts';
import {
  type FieldChange,
  type IssueDifference,
  type IssueState,
  issueStates,
} from './difference.ts';

type Compared = Pick<Archive, 'issues' | 'today'>;

/** The issues that differ between two archives, newest first. Those that are not public count too, if they are in them. */
export function compareArchives(before: Compared, after: Compared): IssueDifference[] {
  const olds = new Map<string, Issue>(before.issues.map((issue) => [issue.date, issue]));
  const news = new Map<string, Issue>(after.issues.map((issue) => [issue.date, issue]));
  const dates = [...new Set([...olds.keys(), ...news.keys()])].sort().reverse();
  // One day for both: an issue whose day has come between the two was not changed by anybody.
  const { today } = after;
  return dates.flatMap((date) => compareIssue(olds.get(date), news.get(date), today) ?? []);
}

function compareIssue(
  before: Issue | undefined,
  after: Issue | undefined,
  today: IsoDate,
): IssueDifference | undefined {
  const [old, now] = [before, after];
  const issue = now ?? old;
  if (issue === undefined) return undefined;
  const { date, title } = issue;
  const named = { date, title, state: stateOf(issue, today) };
  if (old === undefined || now === undefined) {
    const kind = old === undefined ? 'new' : 'removed';
    const items = entriesById(issue).map((entry) => listItem(kind, entry));
    return { kind, ...named, fields: [], items };
  }
  const fields = fieldsOf(old, now, today);
  const items = compareItems(old, now);
  if (fields.length + items.length === 0) return undefined;
  return { kind: 'changed', ...named, fields, items };
}

function stateOf({ draft, date }: Issue, today: IsoDate): IssueState {
  if (draft) return 'draft';
  return date > today ? 'coming' : 'public';
}

function fieldsOf(old: Issue, now: Issue, today: IsoDate): FieldChange[] {
  const state = (issue: Issue) => issueStates[stateOf(issue, today)];
  return [
    ...changeOf('状态', state(old), state(now)),
    ...changeOf('期号', old.number?.toString(), now.number?.toString()),
    ...changeOf('本期标题', old.title, now.title),
    ...changeOf('摘要', old.summary, now.summary),
    ...changeOf('编辑', old.editor, now.editor),
    ...changeOf('卷首', old.leadText, now.leadText),
    ...changeOf('卷首的链接', addressesIn(old.lead.__html), addressesIn(now.lead.__html)),
  ];
}
