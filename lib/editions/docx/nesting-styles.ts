import type { Element } from 'xast';
import { x } from 'xastscript';
import { value } from './markup.ts';
import { type Nesting, nestingName } from './nesting.ts';
import { TEXT_INDENT } from './styles.ts';

/** How far the text of a list is set in at each of its levels, in twentieths of a point. */
const LIST_INDENT = 720;

/** The styles of one document for paragraphs in quotes, lists and tables: each says by its name where they stand. */
export class NestingStyles {
  readonly #styles = new Map<string, Element>();

  /** The id of the style for such paragraphs, which is defined when it is first asked for. */
  idOf(nesting: Nesting): string {
    const name = nestingName(nesting);
    const id = name.replace(/[^\w]/g, (char) => (char === ' ' ? '' : `-${char.charCodeAt(0)}`));
    if (!this.#styles.has(id)) this.#styles.set(id, styleOf(id, name, nesting));
    return id;
  }

  get elements(): Element[] {
    return [...this.#styles.values()];
  }
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
