import { type Diagnostics, firstOccurrence } from '../faults/diagnostics.ts';
import type { Issue, Item } from '../issue.ts';
import type { ParsedIssue } from '../parse-issue.ts';
import { withoutTracking } from '../prose/links.ts';
import { itemsOf } from '../queries.ts';

/**
 * Reports sources whose very address an earlier issue cites: a report that was digested before, in whatever
 * words. In one issue several items may be taken from one report.
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
        else if (first.issue !== issue && !isToldAgain(item, diagnostics)) {
          const reason = `Unexpected source ${url} again, cited in ${first.issue.date} for “${first.item.title}”, expected another report or a follow-up that tells what is new`;
          const cause = firstOccurrence(first.item.place.path, 'first here', first.item.place);
          diagnostics.report('source-repeated', reason, place, { cause });
        }
      }
    }
  }
}

/** What the addresses of one report share; `undefined` for a site's own front page, which is no report. */
function reportKey(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { host, pathname, search } = new URL(withoutTracking(url));
  const path = pathname.replace(/(?<!\/)\/+$/, '');
  return path + search === '' ? undefined : `${host}${path}${search}`;
}

/** Whether the item's title or text has the fault already. */
function isToldAgain({ place }: Item, { messages }: Diagnostics): boolean {
  return messages.some(
    ({ ruleId, line }) =>
      (ruleId === 'title-repeated' || ruleId === 'story-repeated') && line === place.line,
  );
}
