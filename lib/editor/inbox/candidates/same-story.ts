import { LEAST_PAIRS, SHARE } from '#lib/content/comparison/repeated-stories.ts';
import { nameKey } from '#lib/content/names.ts';
import { fold } from '#lib/site/fold.ts';
import { PairIndex, type Pairs, pairsOfLetters } from '#lib/site/pair-index.ts';

/** What is compared: a title, and the pairs of letters of the title with the text. */
export type Comparable = { title: string; pairs: Pairs };

/** Headlines are one story with this share of their pairs: many begin with the same authority and end alike. */
const TITLE_SHARE = 0.8;
/** Headlines with fewer pairs are only compared as a whole. */
const LEAST_TITLE_PAIRS = 8;

/**
 * Finds the story that a text tells among those that were added: one with the same headline, with nearly the same
 * headline, or with the share of its pairs from which `check` reports a story as repeated (`story-repeated`).
 */
export class StoryIndex<Story> {
  readonly #added: { title: string; story: Story }[] = [];
  readonly #byTitle = new Map<string, Story>();
  readonly #titles = new PairIndex();
  readonly #texts = new PairIndex();

  /** Adds a story. The first with a headline is the one that is found. */
  add({ title, pairs }: Comparable, story: Story): void {
    this.#added.push({ title, story });
    this.#titles.add(pairsOfLetters(title));
    this.#texts.add(pairs);
    const key = nameKey(title);
    if (!this.#byTitle.has(key)) this.#byTitle.set(key, story);
  }

  find({ title, pairs }: Comparable): Story | undefined {
    return this.#byTitle.get(nameKey(title)) ?? this.#findNear(title) ?? this.#findTold(pairs);
  }

  #findNear(title: string): Story | undefined {
    const pairs = pairsOfLetters(title);
    if (pairs.length < LEAST_TITLE_PAIRS) return undefined;
    const near = this.#added[this.#titles.find(pairs, TITLE_SHARE) ?? -1];
    return near === undefined || haveOtherNumbers(near.title, title) ? undefined : near.story;
  }

  #findTold(pairs: Pairs): Story | undefined {
    if (pairs.length < LEAST_PAIRS) return undefined;
    return this.#added[this.#texts.find(pairs, SHARE) ?? -1]?.story;
  }
}

/** The figures of the third quarter are not those of the second, though all other words are the same. */
function haveOtherNumbers(one: string, other: string): boolean {
  const [numbers, others] = [digitsOf(one), digitsOf(other)];
  return numbers !== '' && others !== '' && numbers !== others;
}

function digitsOf(title: string): string {
  return fold(title).replace(/[^\d一二三四五六七八九十]/g, '');
}
