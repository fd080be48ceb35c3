import { addDays, type IsoDate } from '#lib/site/dates.ts';
import { PairIndex, type Pairs, pairsOfLetters } from '#lib/site/pair-index.ts';
import { firstOccurrence } from '../faults/diagnostics.ts';
import type { FindingCache } from '../finding-cache.ts';
import type { Issue, Item } from '../issue.ts';
import { nameKey } from '../names.ts';
import type { ParsedIssue } from '../parse-issue.ts';

/** How much of what an item says must have been said in one item before it. */
const SHARE = 0.6;
/** An item with fewer pairs is less than a sentence: most of it occurs in any longer text. */
const LEAST_PAIRS = 20;

/**
 * How many days a span has. The items of a span are compared with one another and with those of the span before.
 * What was reported longer ago is reported again because it happens every year.
 */
const SPAN = 365;

/** How many issues share one cached list of repeats: a quarter of a weekly's year. */
const CACHED_TOGETHER = 13;

type Compared = ParsedIssue & { issue: Issue };
/** An item, the file of its issue, and its pairs of characters once they are needed. */
type Story = { file: Compared; item: Item; pairs?: Pairs };

/** The issues within so many days of the first, and their items, both the oldest first. */
type Span = { start: IsoDate; files: readonly Compared[]; stories: readonly Story[] };

/** Two items that tell the same story, by their positions among the items of the span before and of the later's. */
type Repeat = { later: number; earlier: number };

/**
 * Reports items that say what an item of the year before them said, in an earlier issue or in the same one:
 * 60 % of their pairs of letters and digits stand in it.
 * @param issues the oldest first
 */
export function checkStories(issues: readonly Compared[], findingCache: FindingCache): void {
  let before: Span | undefined;
  for (const span of spansOf(issues)) {
    // After a gap, the span before holds nothing of the year before.
    const isNear = before !== undefined && addDays(before.start, 2 * SPAN) > span.start;
    checkSpan(isNear ? before : undefined, span, findingCache);
    before = span;
  }
}

/** Yields one span after another: the pairs of a hundred years' items would take 200 MB. */
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
 * Compares each item from position `start` on with all before it.
 * @param index holds the first of the items, `start` at most; all are added to it
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

function pairsOfStory(story: Story): Pairs {
  story.pairs ??= pairsOfLetters(`${story.item.title}\n${story.item.text}`);
  return story.pairs;
}

function report(again: Story | undefined, first: Story | undefined): void {
  if (again === undefined || first === undefined) return;
  const { item } = first;
  // An equal title has its fault already.
  if (nameKey(item.title) === nameKey(again.item.title)) return;
  const where = first.file === again.file ? 'this issue' : first.file.issue.date;
  const reason = `Unexpected story “${again.item.title}”, already reported in ${where} as “${item.title}”, expected news or a follow-up that tells what is new`;
  const cause = firstOccurrence(item.place.path, 'first here', item.place);
  again.file.diagnostics.report('story-repeated', reason, again.item.place, { cause });
}
