import type { Element, ElementContent, Root } from 'hast';
import type { Container } from '#lib/editions/docx/nesting.ts';
import { elementOf } from './element.ts';

/** An open quote or list. `item` is the entry of a list to which blocks are added. */
type OpenContainer = { container: Container; element: Element; item?: Element };

/** Builds a page block by block, each inside the quotes and lists in which it stands. */
export class BlockTree {
  readonly root: Root = { type: 'root', children: [] };
  readonly #open: OpenContainer[] = [];

  /**
   * Adds nodes inside containers, the outermost first. A container continues the open one of its kind, or a new one
   * opens.
   */
  add(containers: readonly Container[], nodes: readonly ElementContent[]): void {
    for (const [depth, container] of containers.entries()) {
      if (!goesOn(this.#open[depth], container)) {
        this.#open.length = Math.min(depth, this.#open.length);
        this.#begin(container);
      }
      const open = this.#open[depth];
      if (open === undefined || container.kind === 'quote') continue;
      if (container.entry === undefined && open.item !== undefined) continue;
      this.#open.length = depth + 1;
      open.item = elementOf('li');
      open.element.children.push(open.item);
    }
    this.#open.length = containers.length;
    this.#parent().push(...nodes);
  }

  /** The block that was added last, where exactly `depth` containers are open. */
  last(depth: number): ElementContent | undefined {
    const last = this.#open.length === depth ? this.#parent().at(-1) : undefined;
    return last?.type === 'doctype' ? undefined : last;
  }

  /** Ends an open quote, so that the next quoted paragraph begins a new one. Lists stay open. */
  endQuote(): void {
    if (this.#open[0]?.container.kind === 'quote') this.#open.length = 0;
  }

  #begin(container: Container): void {
    const element = elementOf(container.kind === 'quote' ? 'blockquote' : listTag(container));
    if (container.kind === 'list' && container.entry === 'number') {
      element.properties.start = container.start ?? 1;
    }
    this.#parent().push(element);
    this.#open.push({ container, element });
  }

  #parent(): (ElementContent | Root['children'][number])[] {
    const open = this.#open.at(-1);
    return open === undefined ? this.root.children : (open.item ?? open.element).children;
  }
}

function goesOn(open: OpenContainer | undefined, container: Container): boolean {
  if (open === undefined || open.container.kind !== container.kind || container.begins)
    return false;
  if (container.kind === 'quote' || container.entry === undefined) return true;
  return open.element.tagName === listTag(container);
}

function listTag({ entry }: Extract<Container, { kind: 'list' }>): 'ol' | 'ul' {
  return entry === 'number' ? 'ol' : 'ul';
}
