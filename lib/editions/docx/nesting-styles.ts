import type { Element } from 'xast';
import { x } from 'xastscript';
import { value } from './markup.ts';
import { type Container, type Nesting, nestingName } from './nesting.ts';
import { TEXT_INDENT } from './styles.ts';

/** How far the text of a list is set in at each of its levels, in twentieths of a point. */
const LIST_INDENT = 720;

/** The styles of one document for paragraphs in quotes, lists and tables; see `nestingName`. */
export class NestingStyles {
  readonly #styles = new Map<string, Element>();

  /** The id of the style for paragraphs nested so. The style is defined on first use. */
  idOf(nesting: Nesting): string {
    const name = nestingName(nesting);
    const id = name.replace(/[^\w]/g, (char) => (char === ' ' ? '' : `-${char.charCodeAt(0)}`));
    if (this.#styles.has(id)) return id;
    const style = styleOf(id, name, nesting);
    this.#styles.set(id, style);
    const next = this.idOf({ ...nesting, containers: nesting.containers.map(continued) });
    // A new paragraph that an editor types behind this one stays in the same quotes and lists.
    if (next !== id) style.children.splice(2, 0, value('w:next', next));
    return id;
  }

  get elements(): Element[] {
    return [...this.#styles.values()];
  }
}

/** The same container for the paragraph behind: the next entry of a list, or more of a quote. */
function continued(container: Container): Container {
  if (container.kind === 'quote' || container.entry === undefined)
    return { ...container, begins: false };
  return { kind: 'list', begins: false, entry: container.entry };
}

function styleOf(id: string, name: string, { containers, leaf }: Nesting): Element {
  const lists = containers.filter(({ kind }) => kind === 'list').length;
  const quotes = containers.length - lists;
  const left = lists * LIST_INDENT + quotes * TEXT_INDENT;
  const heading = /^heading([1-6])$/.exec(leaf)?.[1];
  const base =
    heading !== undefined
      ? `Heading${Math.min(5, Math.max(3, Number(heading)))}`
      : leaf === 'code'
        ? 'HTMLPreformatted'
        : quotes > 0 && leaf !== 'cell' && leaf !== 'head'
          ? 'Quote'
          : 'Normal';
  const isSetIn = left > 0 && leaf !== 'cell' && leaf !== 'head';
  return x('w:style', { 'w:type': 'paragraph', 'w:customStyle': 1, 'w:styleId': id }, [
    value('w:name', name),
    value('w:basedOn', base),
    ...(isSetIn ? [x('w:pPr', {}, [x('w:ind', { 'w:left': left })])] : []),
    ...(leaf === 'head' ? [x('w:rPr', {}, [x('w:b'), x('w:bCs')])] : []),
  ]);
}
