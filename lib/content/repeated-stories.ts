import { firstOccurrence } from './diagnostics.ts';
import type { Issue, Item } from './issue.ts';
import { nameKey } from './names.ts';
import { OverlapIndex } from './overlap-index.ts';
import type { ParsedIssue } from './parse-issue.ts';

/** How much of what an item says must have been said in one item before it. */
const SHARE = 0.6;
/** Of less than a sentence, most of it occurs in any longer text. */
const LEAST_BIGRAMS = 20;

/**
 * Reports items that say what an item before them said, in an earlier issue or in the same one: 60 % of
 * their bigrams of letters and digits stand in it.
 * @param issues the oldest first
 */
export function checkStories(issues: readonly (ParsedIssue & { issue: Issue })[]): void {
  const index = new OverlapIndex();
  const told: { item: Item; issue: Issue }[] = [];
  for (const { issue, diagnostics } of issues) {
    for (const item of issue.sections.flatMap((section) => section.items)) {
      const bigrams = index.read(`${item.title}\n${item.text}`);
      const found = bigrams.length < LEAST_BIGRAMS ? undefined : index.find(bigrams, SHARE);
      const first = found === undefined ? undefined : told[found];
      index.add(bigrams);
      told.push({ item, issue });
      // An equal title has its fault already.
      if (first === undefined || nameKey(first.item.title) === nameKey(item.title)) continue;
      const where = first.issue === issue ? 'this issue' : first.issue.date;
      const reason = `Unexpected story “${item.title}”, already reported in ${where} as “${first.item.title}”, expected news or a follow-up that tells what is new`;
      const cause = firstOccurrence(first.item.place.path, 'first here', first.item.place);
      diagnostics.report('story-repeated', reason, item.place, { cause });
    }
  }
}
