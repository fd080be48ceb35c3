import { addDays, type IsoDate } from '#lib/site/dates.ts';
import { PairIndex, type Pairs, pairsOfLetters } from '#lib/site/pair-index.ts';
import { firstOccurrence } from '../faults/diagnostics.ts';
import type { FindingCache } from '../finding-cache.ts';
import type { Issue, Item } from '../issue.ts';
import { nameKey } from '../names.ts';
import type { ParsedIssue } from '../parse-issue.ts';

/** An item repeats an earlier one if that one has at least this share of its pairs of characters. */
export const SHARE = 0.6;
/** Items with fewer pairs are not compared. They are shorter than a sentence, and any long text has most of their pairs. */
export const LEAST_PAIRS = 20;

/**
 * The length of a span of issues, in days. The items of a span are compared with one another and with those of the span
 * before. Older items are not compared: much of what happens every year is reported in the same words.
 */
const SPAN = 365;

/** The number of issues whose repeats are cached in one file: those of three months of a weekly. */
const CACHED_TOGETHER = 13;

type Compared = ParsedIssue & { issue: Issue };
/** An item and the file of its issue. `pairs` is set when the item is first compared. */
type Story = { file: Compared; item: Item; pairs?: Pairs };

/** The issues of `SPAN` days from the first one on, and their items; both are sorted, the oldest first. */
type Span = { start: IsoDate; files: readonly Compared[]; stories: readonly Story[] };

/** Two items with the same story. Their positions count the items of the span before, then those of the span itself. */
type Repeat = { later: number; earlier: number };

/**
 * Reports items that repeat an item of the same issue or of the issues of the last year: that item has 60 % of their pairs
 * of letters and digits.
 * @param issues the oldest first
 */
export function checkStories(issues: readonly Compared[], findingCache: FindingCache): void {
  let before: Span | undefined;
  for (const span of spansOf(issues)) {
    // If no issue came out for long, the span before is older than a year.
    const isNear = before !== undefined && addDays(before.start, 2 * SPAN) > span.start;
    checkSpan(isNear ? before : undefined, span, findingCache);
    before = span;
  }
}

/** Yields the spans one by one, so that only two are in memory: the pairs of a hundred years would take 200 MB. */
function* spansOf(issues: readonly Compared[]): Iterable<Span> {
  let rest = issues;
  for (let [first] = rest; first !== undefined; [first] = rest) {
    const start = first.issue.date;
    const end = addDays(start, SPAN);
    const next = rest.findIndex(({ issue }, at) => at > 0 && issue.date >= end);
    const files = next === -1 ? rest : rest.slice(0, next);
    rest = rest.slice(files.length);
    yield { start, files, stories: files.flatMap(storiesIn) };
  }
}

function storiesIn(file: Compared): Story[] {
  return file.issue.sections.flatMap(({ items }) => items.map((item) => ({ file, item })));
}

/**
 * Reports the repeats in a span. They are cached: to compare the items of 520 issues with one another takes a second,
 * and an edit changes the repeats of one or two spans.
 */
function checkSpan(before: Span | undefined, span: Span, findingCache: FindingCache): void {
  const stories = [...(before?.stories ?? []), ...span.stories];
  const index = new PairIndex();
  let start = stories.length - span.stories.length;
  for (let from = 0; from < span.files.length; from += CACHED_TOGETHER) {
    const files = span.files.slice(0, from + CACHED_TOGETHER);
    const end = start + files.slice(from).flatMap(storiesIn).length;
    const cached = findingCache(
      `repeated stories of the last ${files.length - from} of a span of ${files.length}`,
      [...(before?.files ?? []), ...files].map(({ issue }) => issue),
    );
    const text = cached?.read();
    const repeats =
      text === undefined ? findRepeats(stories.slice(0, end), start, index) : parse(text);
    if (text === undefined) cached?.write(JSON.stringify(repeats));
    for (const { later, earlier } of repeats) report(stories[later], stories[earlier]);
    start = end;
  }
}

function parse(text: string): readonly Repeat[] {
  return JSON.parse(text);
}

/**
 * Compares each item from position `start` on with all items before it.
 * @param index has the pairs of the first items, at most `start` of them; the others are added to it
 */
function findRepeats(stories: readonly Story[], start: number, index: PairIndex): Repeat[] {
  return stories.slice(index.size).flatMap((story) => {
    const later = index.size;
    const pairs = pairsOfStory(story);
    const earlier =
      later < start || pairs.length < LEAST_PAIRS ? undefined : index.find(pairs, SHARE);
    index.add(pairs);
    return earlier === undefined ? [] : { later, earlier };
  });
}

/**
 * The items that a report tells too: it has 60 % of their pairs of letters and digits, as `checkStories` counts them. A
 * report is longer than an item, so it is the item's pairs that are looked for.
 */
export function itemsToldIn<Told extends Pick<Item, 'title' | 'text'>>(
  report: string,
  items: readonly Told[],
): Told[] {
  const index = new PairIndex();
  index.add(pairsOfLetters(report));
  return items.filter(({ title, text }) => {
    const pairs = pairsOfLetters(`${title}\n${text}`);
    return pairs.length >= LEAST_PAIRS && index.find(pairs, SHARE) !== undefined;
  });
}

function pairsOfStory(story: Story): Pairs {
  story.pairs ??= pairsOfLetters(`${story.item.title}\n${story.item.text}`);
  return story.pairs;
}

function report(again: Story | undefined, first: Story | undefined): void {
  if (again === undefined || first === undefined) return;
  const { item } = first;
  // Items with equal titles are reported as `title-repeated`.
  if (nameKey(item.title) === nameKey(again.item.title)) return;
  const where = first.file === again.file ? 'this issue' : first.file.issue.date;
  const reason = `Unexpected story “${again.item.title}”, already reported in ${where} as “${item.title}”, expected news or a follow-up that tells what is new`;
  const cause = firstOccurrence(item.place.path, 'first here', item.place);
  again.file.diagnostics.report('story-repeated', reason, again.item.place, { cause });
}
