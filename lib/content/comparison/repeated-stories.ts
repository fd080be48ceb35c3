import { addDays, type IsoDate } from '#lib/site/dates.ts';
import { firstOccurrence } from '../faults/diagnostics.ts';
import type { FindingCache } from '../finding-cache.ts';
import type { Issue, Item } from '../issue.ts';
import { nameKey } from '../names.ts';
import type { ParsedIssue } from '../parse-issue.ts';
import { BigramReader, type Bigrams } from './bigrams.ts';
import { OverlapIndex } from './overlap-index.ts';

/** How much of what an item says must have been said in one item before it. */
const SHARE = 0.6;
/** Of less than a sentence, most of it occurs in any longer text. */
const LEAST_BIGRAMS = 20;

/**
 * How many days' items are compared together, and with those of as many days before. What was reported longer ago
 * is reported again because it happens every year, and each issue is compared with as much as the one before it.
 */
const SPAN = 365;

/** An item by its place: the position of its issue among those of both spans, the earlier first, and its own in it. */
type ItemPlace = { issue: number; item: number };
/** Two items of which the later says what the earlier said. */
type Repeat = { later: ItemPlace; earlier: ItemPlace };

type Compared = ParsedIssue & { issue: Issue };

/** The issues of a span, the oldest first, and an index of their items once one is needed. */
type Span = { start: IsoDate; end: IsoDate; issues: Compared[]; index: StoryIndex | undefined };

/** Some issues of a span, `from` one up to another, and what they are compared with besides. */
type Part = { span: Span; before: Span | undefined; from: number; to: number };

/** The repeats of so many issues are kept together: a quarter of a weekly's year. */
const KEPT_TOGETHER = 13;

/**
 * Reports items that say what an item of the year before them said, in an earlier issue or in the same one:
 * 60 % of their bigrams of letters and digits stand in it.
 * @param issues the oldest first
 */
export function checkStories(issues: readonly Compared[], findingCache: FindingCache): void {
  const reader = new BigramReader();
  let last: Span | undefined;
  for (const span of spansOf(issues)) {
    // Behind a gap the span before holds nothing of the year before.
    const before = last !== undefined && addDays(last.end, SPAN) > span.start ? last : undefined;
    const compared = [...(before?.issues ?? []), ...span.issues];
    for (let from = 0; from < span.issues.length; from += KEPT_TOGETHER) {
      const to = Math.min(from + KEPT_TOGETHER, span.issues.length);
      const repeats = readRepeats({ span, before, from, to }, findingCache, reader);
      for (const repeat of repeats) report(repeat, compared);
    }
    // The indexes of a hundred years' issues would take 200 MB.
    if (last !== undefined) last.index = undefined;
    last = span;
  }
}

/**
 * The repeats in a part, as they are kept or as they are found. To compare the items of 520 issues with one another
 * takes a second, and of ten spans an edit changes what is found in one or two.
 */
function readRepeats(
  part: Part,
  findingCache: FindingCache,
  reader: BigramReader,
): readonly Repeat[] {
  const { span, before, from, to } = part;
  const issues = [...(before?.issues ?? []), ...span.issues.slice(0, to)];
  const kept = findingCache(
    `repeated stories of the last ${to - from} of a span of ${to}`,
    issues.map(({ issue }) => issue),
  );
  const text = kept?.read();
  if (text !== undefined) {
    const repeats: readonly Repeat[] = JSON.parse(text);
    return repeats;
  }
  const repeats = findRepeats(part, reader);
  kept?.write(JSON.stringify(repeats));
  return repeats;
}

function report({ later, earlier }: Repeat, compared: readonly Compared[]): void {
  const [again, first] = [compared[later.issue], compared[earlier.issue]];
  if (again === undefined || first === undefined) return;
  const item = itemsOf(again.issue)[later.item];
  const told = itemsOf(first.issue)[earlier.item];
  if (item === undefined || told === undefined) return;
  const where = first === again ? 'this issue' : first.issue.date;
  const reason = `Unexpected story “${item.title}”, already reported in ${where} as “${told.title}”, expected news or a follow-up that tells what is new`;
  const cause = firstOccurrence(told.place.path, 'first here', told.place);
  again.diagnostics.report('story-repeated', reason, item.place, { cause });
}

/** Parts issues where a span ends: each begins with the first issue that the one before does not reach. */
function spansOf(issues: readonly Compared[]): Span[] {
  const spans: Span[] = [];
  for (const compared of issues) {
    const { date } = compared.issue;
    const last = spans.at(-1);
    if (last !== undefined && date < last.end) last.issues.push(compared);
    else
      spans.push({ start: date, end: addDays(date, SPAN), issues: [compared], index: undefined });
  }
  return spans;
}

function findRepeats({ span, before, from, to }: Part, reader: BigramReader): Repeat[] {
  const older = before && indexOf(before, before.issues.length, reader);
  const index = indexOf(span, from, reader);
  const offset = before?.issues.length ?? 0;
  const repeats: Repeat[] = [];
  for (const story of storiesIn(span, from, to)) {
    const bigrams = index.read(story);
    const inOlder = older?.find(bigrams);
    const first = inOlder ?? index.find(bigrams);
    index.add(story, bigrams);
    // An equal title has its fault already.
    if (first === undefined || nameKey(first.title) === nameKey(story.title)) continue;
    repeats.push({
      later: { issue: offset + story.issue, item: story.item },
      earlier: { issue: first.issue + (inOlder === undefined ? offset : 0), item: first.item },
    });
  }
  return repeats;
}

/** The index of a span, with the items of its issues up to one. */
function indexOf(span: Span, to: number, reader: BigramReader): StoryIndex {
  span.index ??= new StoryIndex(reader);
  for (const story of storiesIn(span, span.index.issues, to))
    span.index.add(story, span.index.read(story));
  return span.index;
}

/** An item of a span: the position of its issue there, its own in the issue, and what it says. */
type Story = { issue: number; item: number; title: string; text: string };

function* storiesIn({ issues }: Span, from: number, to: number): Iterable<Story> {
  for (let issue = from; issue < to; issue += 1) {
    const compared = issues[issue];
    if (compared === undefined) continue;
    for (const [item, { title, text }] of itemsOf(compared.issue).entries())
      yield { issue, item, title, text };
  }
}

/** An index of the items in the compared span. It finds an item with similar text by shared pairs of characters. */
class StoryIndex {
  readonly #index: OverlapIndex;
  readonly #stories: Story[] = [];

  constructor(reader: BigramReader) {
    this.#index = new OverlapIndex(reader);
  }

  /** How many issues have been added, up to the last that has items. */
  get issues(): number {
    return (this.#stories.at(-1)?.issue ?? -1) + 1;
  }

  read({ title, text }: Story): Bigrams {
    return this.#index.read(`${title}\n${text}`);
  }

  add(story: Story, bigrams: Bigrams): void {
    this.#stories.push(story);
    this.#index.add(bigrams);
  }

  /** The earliest item that shares enough bigrams with the given ones to count as the same story. */
  find(bigrams: Bigrams): Story | undefined {
    if (bigrams.length < LEAST_BIGRAMS) return undefined;
    const first = this.#index.find(bigrams, SHARE);
    return first === undefined ? undefined : this.#stories[first];
  }
}

function itemsOf({ sections }: Issue): Item[] {
  return sections.flatMap(({ items }) => items);
}
