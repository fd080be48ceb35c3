import type { Block } from '../blocks.ts';
import type { DraftItem } from '../draft.ts';

const FOOTNOTE = /^\s*\[\^([^\]\s]{1,40})\]\s*[:：]\s*\S/;

/** Whether a line begins the text of a footnote, `[^1]: …`, which issues do not have. */
export function isFootnote(line: string): boolean {
  return FOOTNOTE.test(line);
}

type Footnote = { label: string; markdown: string[]; item: DraftItem };

/** The footnotes of a text, wherever in it they stand. */
export class Footnotes {
  readonly #footnotes: Footnote[] = [];
  #isOpen = false;

  /** Takes a block that is a footnote, or a further paragraph of one, which is indented. */
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
   * Puts each at the end of the item that refers to it, else of the one that it stands in. Its mark `[^1]` becomes
   * `[1]`: issues have no footnotes, and would show the mark as typed.
   * @returns how many there were
   */
  place(items: readonly DraftItem[]): number {
    for (const { label, markdown, item } of this.#footnotes) {
      const mark = `[^${label}]`;
      const unmark = (block: string) =>
        block.replaceAll(`\\${mark}`, `[${label}]`).replaceAll(mark, `[${label}]`);
      const refers = ({ title, body }: DraftItem) =>
        [title, ...body].some((block) => unmark(block) !== block);
      const place = refers(item) ? item : (items.find(refers) ?? item);
      place.title = unmark(place.title);
      place.body = [...place.body.map(unmark), ...markdown.map(unmark)];
    }
    return this.#footnotes.length;
  }
}
