import { addDays, type IsoDate } from '#lib/site/dates.ts';
import { BigramReader, type Bigrams } from './bigrams.ts';
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
 * How many days' items are compared together, and with those of as many days before. What was told longer ago
 * is told again because it happens every year, and each issue is compared with as much as the one before it.
 */
const SPAN = 365;

type Span = { end: IsoDate; index: OverlapIndex; told: { item: Item; issue: Issue }[] };

/**
 * Reports items that say what an item of the year before them said, in an earlier issue or in the same one:
 * 60 % of their bigrams of letters and digits stand in it.
 * @param issues the oldest first
 */
export function checkStories(issues: readonly (ParsedIssue & { issue: Issue })[]): void {
  const reader = new BigramReader();
  let spans: Span[] = [];
  for (const { issue, diagnostics } of issues) {
    let current = spans.at(-1);
    if (current === undefined || issue.date >= current.end) {
      // Behind a gap the span before holds nothing of the year before.
      const before = spans.filter(({ end }) => addDays(end, SPAN) > issue.date).slice(-1);
      const end = addDays(issue.date, SPAN);
      current = { end, index: new OverlapIndex(reader), told: [] };
      spans = [...before, current];
    }
    for (const item of issue.sections.flatMap((section) => section.items)) {
      const bigrams = reader.read(`${item.title}\n${item.text}`);
      const first = bigrams.length < LEAST_BIGRAMS ? undefined : findFirst(spans, bigrams);
      current.index.add(bigrams);
      current.told.push({ item, issue });
      // An equal title has its fault already.
      if (first === undefined || nameKey(first.item.title) === nameKey(item.title)) continue;
      const where = first.issue === issue ? 'this issue' : first.issue.date;
      const reason = `Unexpected story “${item.title}”, already reported in ${where} as “${first.item.title}”, expected news or a follow-up that tells what is new`;
      const cause = firstOccurrence(first.item.place.path, 'first here', first.item.place);
      diagnostics.report('story-repeated', reason, item.place, { cause });
    }
  }
}

function findFirst(spans: readonly Span[], bigrams: Bigrams): Span['told'][number] | undefined {
  for (const { index, told } of spans) {
    const found = index.find(bigrams, SHARE);
    if (found !== undefined) return told[found];
  }
  return undefined;
}
