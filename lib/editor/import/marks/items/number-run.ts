import type { Block } from '../../blocks/block.ts';
import { type Count, readPrefix } from '../prefix.ts';
import { findSection, type PublicationNames } from '../publication-names.ts';

/** What a number before a paragraph counts: the items of a section, or the entries of a list inside an item. */
export type NumberRole = 'item' | 'entry';

/** How many numbers ahead are compared to tell a list inside an item from the numbers of the items. */
const AHEAD = 100;
/** Words at the end of a text that say that a list follows: `其中：`, `主要内容如下`. */
const ANNOUNCES = /[：:]\s*$|(?:如下|以下|包括|分别是)\S{0,6}[。：:]?\s*$/;

/**
 * What surrounds a number: the text before its paragraph, the paragraph, and the numbers after it up to the next
 * section.
 */
export type NumberPlace = {
  before: string;
  text: string;
  isFirstInItem: boolean;
  later: () => number[];
};

/** The numbers of the items in a section, and those of a list inside the open item. */
export class NumberRun {
  #last: Count | undefined;
  #inner: Count | undefined;

  /** Begins a section, which numbers its items from 1. */
  restart(): void {
    this.#last = undefined;
    this.#inner = undefined;
  }

  /**
   * Records the number before an item.
   * @returns the number that was expected, where it is another one
   */
  open(count: Count | undefined): number | undefined {
    const last = this.#last;
    this.#inner = undefined;
    if (count !== undefined) this.#last = count;
    const isGap = last !== undefined && count !== undefined && isSameLook(count, last);
    return isGap && count.value !== last.value + 1 ? last.value + 1 : undefined;
  }

  /** Records a number that belongs to a list inside an item. */
  recordListNumber(count: Count | undefined): void {
    if (count !== undefined) this.#inner = count;
  }

  /** Whether a number follows that of the last item. */
  isNext(count: Count | undefined): boolean {
    const last = this.#last;
    if (count === undefined) return false;
    return last === undefined
      ? count.value === 1
      : isSameLook(count, last) && count.value === last.value + 1;
  }

  /** What a number counts while an item is open; `undefined` where the items before have no numbers. */
  read(count: Count | undefined, place: NumberPlace): NumberRole | undefined {
    const last = this.#last;
    if (count === undefined || last === undefined) return undefined;
    if (!isSameLook(count, last)) return 'entry';
    const inner =
      this.#inner !== undefined && isSameLook(count, this.#inner) ? this.#inner : undefined;
    if (inner !== undefined && count.value === inner.value + 1) {
      // The number may follow in the list or among the items. If it comes again later, the later one is that of the
      // item.
      const isBoth = count.value === last.value + 1 && inner.value > 1;
      return isBoth && !place.later().includes(count.value) ? 'item' : 'entry';
    }
    if (inner === undefined && count.value === 1) {
      return this.#beginsList(last, place) ? 'entry' : 'item';
    }
    return 'item';
  }

  /** Whether a 1 begins a list inside the item after the number `last`, and does not number the items anew. */
  #beginsList(last: Count, { before, text, isFirstInItem, later }: NumberPlace): boolean {
    if (ANNOUNCES.test(before) || (isFirstInItem && /[；;。]\s*$/.test(text))) return true;
    const numbers = later();
    let value = 1;
    let index = 0;
    for (; numbers[index] === value + 1; index += 1) value += 1;
    return numbers[index] === last.value + 1;
  }
}

/** The numbers before some texts that look like `look`. */
export function numbersIn(texts: Iterable<string>, look: Count): number[] {
  const numbers: number[] = [];
  for (const text of texts) {
    const count = readPrefix(text)?.count;
    if (count !== undefined && isSameLook(count, look)) numbers.push(count.value);
    if (numbers.length === AHEAD) break;
  }
  return numbers;
}

/**
 * The texts of the blocks ahead, up to the next section or heading.
 * @param rest the blocks ahead, the next one last
 */
export function* textsAhead(
  rest: readonly Block[],
  { sections }: PublicationNames,
): Generator<string> {
  for (let index = rest.length - 1; index >= 0; index -= 1) {
    const block = rest[index];
    if (block === undefined || block.node.type === 'heading') return;
    if (findSection(block.text, sections) !== undefined) return;
    yield block.text;
  }
}

/** Whether two numbers look the same, whichever form of a dot or a bracket an editor typed. */
function isSameLook(count: Count, other: Count): boolean {
  return plainLook(count) === plainLook(other);
}

function plainLook({ look }: Count): string {
  return look.normalize('NFKC').replace(/[、.．]/, '.');
}
