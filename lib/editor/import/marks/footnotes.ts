import type { Block } from '../blocks/block.ts';
import type { DraftItem } from '../draft/draft.ts';

const FOOTNOTE = /^\s*\[\^([^\]\s]{1,40})\]\s*[:：]\s*\S/;

/** A reference to a footnote. The text of a footnote begins in the same way. */
const REFERENCE = /\[\^([^\]\s]{1,40})\]/g;

/** Whether a line begins the text of a footnote, `[^1]: …`, which issues do not have. */
export function isFootnote(line: string): boolean {
  return FOOTNOTE.test(line);
}

type Footnote = { label: string; markdown: string[]; item: DraftItem };

/** The footnotes of a text, wherever in it they stand. */
export class Footnotes {
  readonly #footnotes: Footnote[] = [];
  #isOpen = false;

  /**
   * Takes a block that is a footnote, or a further paragraph of one, which is indented.
   * @returns whether it was taken
   */
  read({ node, text, markdown }: Block, item: DraftItem | undefined): boolean {
    const label = node.type === 'paragraph' ? FOOTNOTE.exec(text)?.[1] : undefined;
    if (item !== undefined && label !== undefined) {
      this.#footnotes.push({ label, markdown: [markdown], item });
      this.#isOpen = true;
    } else {
      const column = node.type === 'paragraph' ? node.children[0]?.position?.start.column : 1;
      this.#isOpen &&= (column ?? 1) > 2 && !text.startsWith('【');
      if (this.#isOpen) this.#footnotes.at(-1)?.markdown.push(markdown);
    }
    return this.#isOpen;
  }

  /**
   * Puts each footnote at the end of the item that refers to it, or else of the item in which it stands. `[^1]`
   * becomes `[1]`: issues have no footnotes and would show the mark as it is.
   * @returns how many there were
   */
  place(items: readonly DraftItem[]): number {
    if (this.#footnotes.length === 0) return 0;
    const referring = referencesIn(items);
    for (const { label, markdown, item } of this.#footnotes) {
      const places = referring.get(label) ?? new Set([item]);
      const [first = item] = places;
      const place = places.has(item) ? item : first;
      for (const block of markdown) place.body.push(block);
    }
    const labels = new Set(this.#footnotes.map(({ label }) => label));
    for (const item of items) {
      item.title = withoutMarks(item.title, labels);
      item.body = item.body.map((block) => withoutMarks(block, labels));
    }
    return this.#footnotes.length;
  }
}

/** A text with `[1]` for `[^1]`. The bracket may be escaped by a backslash. */
function withoutMarks(text: string, labels: ReadonlySet<string>): string {
  return text.replace(/\\?\[\^([^[\]\s]{1,40})\]/g, (mark, label) =>
    labels.has(label) ? `[${label}]` : mark,
  );
}

/** The items that refer to each footnote, by its label, in their order. */
function referencesIn(items: readonly DraftItem[]): Map<string, Set<DraftItem>> {
  const byLabel = new Map<string, Set<DraftItem>>();
  for (const item of items) {
    for (const block of [item.title, ...item.body]) {
      for (const [, label = ''] of block.replaceAll('\\', '').matchAll(REFERENCE))
        byLabel.set(label, (byLabel.get(label) ?? new Set()).add(item));
    }
  }
  return byLabel;
}
