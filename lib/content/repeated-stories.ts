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

/** Two items of which the later says what the earlier said. */
type Repeat = { item: Item; first: Told };
type Told = { item: Item; issue: Issue };

/**
 * Reports items that say what an item of the year before them said, in an earlier issue or in the same one:
 * 60 % of their bigrams of letters and digits stand in it.
 * @param issues the oldest first
 */
export function checkStories(issues: readonly (ParsedIssue & { issue: Issue })[]): void {
  const reader = new BigramReader();
  let spans: Span[] = [];
  let past: Past = NOTHING;
  for (const { issue, diagnostics } of issues) {
    let current = spans.at(-1);
    if (current === undefined || issue.date >= current.end) {
      // Behind a gap the span before holds nothing of the year before.
      const before = spans.filter(({ end }) => addDays(end, SPAN) > issue.date).slice(-1);
      current = new Span(addDays(issue.date, SPAN), reader);
      spans = [...before, current];
    }
    const known = found.get(issue);
    const compared =
      known?.past === past ? known : { past, here: {}, repeats: findRepeats(issue, spans, reader) };
    found.set(issue, compared);
    past = compared.here;
    current.add(issue);
    for (const { item, first } of compared.repeats) {
      const where = first.issue === issue ? 'this issue' : first.issue.date;
      const reason = `Unexpected story “${item.title}”, already reported in ${where} as “${first.item.title}”, expected news or a follow-up that tells what is new`;
      const cause = firstOccurrence(first.item.place.path, 'first here', first.item.place);
      diagnostics.report('story-repeated', reason, item.place, { cause });
    }
  }
}

/** Stands for all issues up to one; the same issues in the same order are the same past. */
type Past = object;
const NOTHING: Past = {};

/** What was found in an issue behind a past: where both are the same again, none of it need be looked for. */
const found = new WeakMap<Issue, { past: Past; here: Past; repeats: readonly Repeat[] }>();

function findRepeats(issue: Issue, spans: readonly Span[], reader: BigramReader): Repeat[] {
  const current = spans.at(-1);
  return itemsOf(issue).flatMap((item) => {
    const bigrams = readItem(item, reader);
    const first = spans.map((span) => span.find(bigrams)).find((told) => told !== undefined);
    current?.tell({ item, issue }, bigrams);
    // An equal title has its fault already.
    if (first === undefined || nameKey(first.item.title) === nameKey(item.title)) return [];
    return [{ item, first }];
  });
}

/** The items of some time. They are indexed when the first is looked for. */
class Span {
  readonly #index: OverlapIndex;
  readonly #told: Told[] = [];
  #waiting: Issue[] = [];

  constructor(
    readonly end: IsoDate,
    readonly reader: BigramReader,
  ) {
    this.#index = new OverlapIndex(reader);
  }

  add(issue: Issue): void {
    // What was looked for has been told item by item.
    if (this.#told.at(-1)?.issue !== issue) this.#waiting.push(issue);
  }

  tell(told: Told, bigrams: Bigrams): void {
    this.#told.push(told);
    this.#index.add(bigrams);
  }

  find(bigrams: Bigrams): Told | undefined {
    for (const issue of this.#waiting)
      for (const item of itemsOf(issue)) this.tell({ item, issue }, readItem(item, this.reader));
    this.#waiting = [];
    if (bigrams.length < LEAST_BIGRAMS) return undefined;
    const first = this.#index.find(bigrams, SHARE);
    return first === undefined ? undefined : this.#told[first];
  }
}

function readItem({ title, text }: Item, reader: BigramReader): Bigrams {
  return reader.read(`${title}\n${text}`);
}

function itemsOf({ sections }: Issue): Item[] {
  return sections.flatMap(({ items }) => items);
}
