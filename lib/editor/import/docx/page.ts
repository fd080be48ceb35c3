import type { ElementContent, Root } from 'hast';
import { type Container, type Nesting, readNesting } from '#lib/editions/docx/nesting.ts';
import { BlockTree } from './block-tree.ts';
import { elementOf } from './element.ts';
import { endIsDeleted } from './flatten.ts';
import type { InlineReader } from './inline.ts';
import { findAlone, ListPlaces, labelText } from './list-places.ts';
import type { ListEntry } from './numbering.ts';
import type { Styles } from './styles.ts';
import { readTable } from './table.ts';
import { childOf, findAll, isElement, valOf, type Xml } from './xml.ts';

/** The elements for some styles of Word, besides `heading 1` to `heading 6`. */
const ELEMENTS: Record<string, string> = { title: 'h1', heading: 'h1', 'html preformatted': 'pre' };

/** Reads a flattened document as a page, one block after the other. */
export class PageReader {
  /** The list in a Word edition of ours that was read last. */
  #list: string | undefined;

  /** @param entries the paragraphs that are entries of lists */
  constructor(
    readonly styles: Styles,
    readonly entries: ReadonlyMap<Xml, ListEntry>,
    readonly inline: InlineReader,
  ) {}

  read(children: Xml['children']): Root {
    const tree = new BlockTree();
    const places = new ListPlaces();
    const blocks = joinDeletedEnds(children.filter(isElement));
    const alone = findAlone(blocks.map((block) => this.entries.get(block)));
    for (const [index, block] of blocks.entries()) {
      if (block.name === 'w:p') this.#paragraph(block, tree, places, alone[index] === true);
      else if (block.name === 'w:tbl') {
        places.end();
        this.#table(block, tree);
      } else tree.add([], this.#blocks(block.children));
    }
    return tree.root;
  }

  #blocks(children: Xml['children']): ElementContent[] {
    return this.read(children).children.filter((child) => child.type !== 'doctype');
  }

  #table(table: Xml, tree: BlockTree): void {
    const element = readTable(table, this.styles, (cell) => this.#blocks(cell));
    const [first] = findAll(table, 'w:pStyle');
    const nesting = readNesting(this.styles.nameOf(first?.attributes['w:val']));
    tree.add(nesting?.containers ?? [], [element]);
  }

  #paragraph(block: Xml, tree: BlockTree, places: ListPlaces, isAlone: boolean): void {
    const properties = childOf(block, 'w:pPr');
    const id = valOf(properties, 'w:pStyle');
    const name = this.styles.nameOf(id);
    const { nodes, boxes } = this.inline.read(block.children, id);
    const entry = this.entries.get(block);
    const nesting = readNesting(name);
    if (nodes.length === 0) {
      if (nesting?.leaf === 'code' || nesting?.leaf === 'line')
        this.#nested(nesting, entry, nodes, tree);
      else if (childOf(properties, 'w:pBdr') !== undefined)
        tree.add(nesting?.containers ?? [], [elementOf('hr')]);
      else tree.endQuote();
    } else if (nesting !== undefined) {
      places.end();
      this.#nested(nesting, entry, nodes, tree);
    } else this.#plain(name, isAlone, entry, nodes, tree, places);
    for (const box of boxes) tree.add([], this.#blocks(box.children));
  }

  /**
   * A paragraph of a Word edition of ours. Its style says where it stands; the numbering says what its list is by now.
   */
  #nested(
    nesting: Nesting,
    entry: ListEntry | undefined,
    nodes: ElementContent[],
    tree: BlockTree,
  ) {
    const { leaf, language } = nesting;
    const own = nesting.containers.findLastIndex(({ kind }) => kind === 'list');
    const containers = nesting.containers.map((container, at): Container => {
      if (container.kind === 'quote' || at !== own || container.entry === undefined)
        return container;
      if (entry === undefined) return { kind: 'list', begins: false };
      const { isBullet, number, list } = entry;
      // Word copies the style of an entry to the next one: a second entry may be marked as the first.
      const begins = container.begins && list !== this.#list;
      this.#list = list;
      return { ...container, begins, entry: isBullet ? 'bullet' : 'number', start: number };
    });
    if (leaf === 'line') tree.add(containers, nodes);
    else if (leaf === 'code') {
      const code = elementOf('code', nodes);
      if (language !== undefined) code.properties.className = [`language-${language}`];
      tree.add(containers, [elementOf('pre', [code])]);
    } else
      tree.add(containers, [
        elementOf(leaf.replace(/^heading/, 'h').replace(/^[^h].*$|^head$/, 'p'), nodes),
      ]);
  }

  #plain(
    name: string,
    isAlone: boolean,
    entry: ListEntry | undefined,
    nodes: ElementContent[],
    tree: BlockTree,
    places: ListPlaces,
  ): void {
    const tagName = ELEMENTS[name] ?? /^heading ([1-6])$/.exec(name)?.[0].replace('heading ', 'h');
    const quotes: Container[] = name === 'quote' ? [{ kind: 'quote', begins: false }] : [];
    const isEntry = tagName === undefined && entry !== undefined;
    const place = isEntry ? places.place(entry, isAlone) : undefined;
    const label: ElementContent[] =
      isEntry && place?.isWritten !== false ? [{ type: 'text', value: labelText(entry) }] : [];
    if (place !== undefined) {
      tree.add([...quotes, ...place.containers], [...label, ...nodes]);
      return;
    }
    places.end();
    const last = tree.last(quotes.length);
    if (tagName === 'pre' && last?.type === 'element' && last.tagName === 'pre') {
      last.children.push({ type: 'text', value: '\n' }, ...nodes);
    } else {
      const element = elementOf(tagName ?? 'p', [...label, ...nodes]);
      // Sections are `h1` too: the class tells them apart.
      if (name === 'title') element.properties.className = ['title'];
      tree.add(quotes, [element]);
    }
  }
}

/** The blocks, each paragraph whose end was deleted being joined to the next one. */
function joinDeletedEnds(blocks: readonly Xml[]): Xml[] {
  const joined: Xml[] = [];
  let before: Xml['children'] = [];
  for (const block of blocks) {
    if (block.name === 'w:p' && endIsDeleted(block)) {
      before = [...before, ...block.children.filter((child) => child !== childOf(block, 'w:pPr'))];
    } else if (block.name === 'w:p' && before.length > 0) {
      block.children.splice(childOf(block, 'w:pPr') === undefined ? 0 : 1, 0, ...before);
      before = [];
      joined.push(block);
    } else joined.push(block);
  }
  return joined;
}
