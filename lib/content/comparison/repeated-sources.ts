import { type Diagnostics, firstOccurrence } from '../faults/diagnostics.ts';
import type { Issue, Item } from '../issue.ts';
import type { ParsedIssue } from '../parse-issue.ts';
import { withoutTracking } from '../prose/links.ts';
import { itemsOf } from '../queries.ts';

/**
 * Reports sources whose address an earlier issue cites too: that issue has an item on the same report, perhaps in other
 * words. Several items of one issue may cite one report.
 * @param issues the oldest first
 */
export function checkSources(issues: readonly (ParsedIssue & { issue: Issue })[]): void {
  const cited = new Map<string, { item: Item; issue: Issue }>();
  for (const { issue, diagnostics } of issues) {
    for (const item of itemsOf(issue)) {
      for (const { url, place } of item.attributions) {
        const key = url === undefined ? undefined : reportKey(url);
        if (key === undefined) continue;
        const first = cited.get(key);
        if (first === undefined) cited.set(key, { item, issue });
        else if (first.issue !== issue && !isReportedAsRepeated(item, diagnostics)) {
          const reason = `Unexpected source ${url} again, cited in ${first.issue.date} for “${first.item.title}”, expected another report or a follow-up that tells what is new`;
          const cause = firstOccurrence(first.item.place.path, 'first here', first.item.place);
          diagnostics.report('source-repeated', reason, place, { cause });
        }
      }
    }
  }
}

/** A key that all addresses of one report have; `undefined` for the front page of a site, which is not a report. */
export function reportKey(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { host, pathname, search } = new URL(withoutTracking(url));
  const path = pathname.replace(/(?<!\/)\/+$/, '');
  return path + search === '' ? undefined : `${host}${path}${search}`;
}

/** Whether the title or the text of the item was already reported as repeated. */
function isReportedAsRepeated({ place }: Item, { messages }: Diagnostics): boolean {
  return messages.some(
    ({ ruleId, line }) =>
      (ruleId === 'title-repeated' || ruleId === 'story-repeated') && line === place.line,
  );
}
