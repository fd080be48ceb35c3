import { inlineText } from '#lib/content/markdown/markdown.ts';
import { nameKey } from '#lib/content/names.ts';
import type { Block } from '../block.ts';
import { readBareLead, readLead, readSectionLead } from './count.ts';
import { readDateline } from './dateline.ts';
import { findSection, type Publication } from './lines.ts';
import { isLinkList, leadingLink } from './link-list.ts';
import { isSourceLine, isSourceStart, sourceBehind } from './source-line.ts';
import { isTitle } from './title-end.ts';

/** How a text as a whole is made up, which its first lines alone do not tell. */
export type Survey = {
  /** The heading that is the title of the whole. */
  title?: Block;
  /** Headings of this depth and above are sections; 0 where none is. */
  depth: number;
  /** Lines that are sections though no heading marks them and no registry lists them. */
  lines: ReadonlySet<Block>;
};

/** What stands below a heading or a line, up to the next of its kind. */
type Below = 'items' | 'text' | 'nothing';

type Heading = { block: Block; index: number; depth: number };

/** Finds what marks the sections of a text: headings of which depth, and lines of which kinds. */
export function surveyBlocks(blocks: readonly Block[], publication: Publication): Survey {
  const headings = blocks.flatMap((block, index): Heading[] =>
    block.node.type === 'heading' ? [{ block, index, depth: block.node.depth }] : [],
  );
  const isKnown = ({ block }: Heading) =>
    findSection(block.text, publication.sections) !== undefined;
  const known = headings.filter(isKnown);
  const title = findTitle(blocks, headings, publication);
  const others = headings.filter(({ block }) => block !== title);
  const depth =
    known.length > 0
      ? Math.max(...known.map((heading) => heading.depth))
      : sectionDepth(blocks, others);
  return { ...(title && { title }), depth, lines: findLines(blocks, publication) };
}

/** The first heading, where it stands above all others or names the day or the number of the whole. */
function findTitle(
  blocks: readonly Block[],
  [first, ...others]: readonly Heading[],
  { name, sections }: Publication,
): Block | undefined {
  if (first === undefined || findSection(first.block.text, sections) !== undefined)
    return undefined;
  const { block, depth } = first;
  // Below the name of the publication stands the title of the issue.
  const [second, ...rest] = others;
  const isName = nameKey(block.text) === nameKey(name);
  if (isName && second !== undefined && mayPrecede(blocks, second, rest, sections))
    return second.block;
  const { date, number } = readDateline(block.text, name);
  if ((date ?? number) !== undefined) return block;
  const below = belowOf(blocks, first, 7);
  if (others.length === 0) return below === 'items' ? undefined : block;
  // One of the same depth as the sections may be it too, with nothing below it.
  const isAbove = others.every((other) => other.depth > depth);
  const isTitle = isAbove || below === 'nothing' || mayPrecede(blocks, first, others, sections);
  return isTitle ? block : undefined;
}

/** Whether a heading stands before a section that the publication knows, as high as that, and holds no items. */
function mayPrecede(
  blocks: readonly Block[],
  heading: Heading,
  others: readonly Heading[],
  sections: Publication['sections'],
): boolean {
  const isKnown = ({ block }: Heading) => findSection(block.text, sections) !== undefined;
  const isHigh = others.some((other) => other.depth >= heading.depth && isKnown(other));
  return isHigh && !isKnown(heading) && belowOf(blocks, heading, heading.depth + 1) !== 'items';
}

/** The depth of the headings that are sections: the highest, and below it those that hold lists of links alone. */
function sectionDepth(blocks: readonly Block[], headings: readonly Heading[]): number {
  const depths = [...new Set(headings.map(({ depth }) => depth))].sort((a, b) => a - b);
  const [top] = depths;
  if (top === undefined || !holdItems(blocks, headings, top, top + 1)) return 0;
  let deepest = top;
  for (const depth of depths.slice(1)) {
    if (!holdItems(blocks, headings, depth, 7)) break;
    deepest = depth;
  }
  return deepest;
}

/**
 * Whether the headings of a depth have items below them: a third of them, or half where one of them has text
 * that ends with a source as an item does. Headings from the depth `from` on are items too.
 */
function holdItems(
  blocks: readonly Block[],
  headings: readonly Heading[],
  depth: number,
  from: number,
): boolean {
  const below = headings
    .filter((heading) => heading.depth === depth)
    .map((heading) => ({
      kind: belowOf(blocks, heading, from),
      isItem: isSourced(blocks, heading),
    }));
  const items = below.filter(({ kind, isItem }) => kind === 'items' && !isItem).length;
  const least = below.some(({ isItem }) => isItem) ? 2 : 3;
  return items > 0 && items * least >= below.length;
}

/** What stands below a heading. Headings below it from the depth `from` on are items. */
function belowOf(blocks: readonly Block[], { index: at, depth }: Heading, from: number): Below {
  for (let index = at + 1; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    if (block.node.type === 'heading') {
      if (block.node.depth > depth && block.node.depth >= from) return 'items';
      return index === at + 1 && block.node.depth <= depth ? 'nothing' : 'text';
    }
    if (beginsItem(block, index === at + 1)) return 'items';
  }
  return at + 1 < blocks.length ? 'text' : 'nothing';
}

/** Whether a source ends the text right below a heading: the heading is the title of an item. */
function isSourced(blocks: readonly Block[], { index: at }: Heading): boolean {
  for (let index = at + 1; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined || block.node.type === 'heading') return false;
    if (beginsItem(block, index === at + 1)) return isListed(blocks, index);
    if (isSourceLine(block.text) || sourceBehind(block.text) !== -1) return true;
  }
  return false;
}

/** Whether a block begins an item by itself. `isNext` says that it stands right below a heading or a line. */
function beginsItem({ node, text, listed }: Block, isNext: boolean): boolean {
  if (listed !== undefined && isNext) return true;
  if (node.type === 'list') return isLinkList(node) || isNext;
  if (node.type !== 'paragraph' || isSourceStart(text)) return false;
  if (/^【[^【】\n]+】/.test(text)) return true;
  if (!isNext) return false;
  const [first, ...others] = node.children;
  const isBoldLed = first?.type === 'strong' && /[\p{L}\p{N}]/u.test(inlineText(others));
  const isNumbered = readLead(text) !== undefined || readBareLead(text) !== undefined;
  return isNumbered || leadingLink(node.children) !== undefined || isBoldLed;
}

const LONGEST_NAME = 14;

/** Lines that are sections by what stands below them. Those of one kind are all sections or none is. */
function findLines(blocks: readonly Block[], { name, sections }: Publication): Set<Block> {
  const found = new Set<Block>();
  const sentences = new Set<string>();
  const kinds = new Map<string, { block: Block; below: Below | 'same' }[]>();
  for (const [index, block] of blocks.entries()) {
    const kind = kindOf(block);
    if (kind === undefined) {
      // Numbers that stand before sentences too count news.
      const look = block.node.type === 'paragraph' && readLead(block.text)?.count?.look;
      if (look) sentences.add(`number ${look}`);
      continue;
    }
    // Right below the name of a section stands the title of an item: no section is empty.
    const above = blocks[index - 1]?.text;
    const isItem = above !== undefined && findSection(above, sections) !== undefined;
    const below =
      isItem || isListed(blocks, index + 1)
        ? 'text'
        : belowLine(kind, blocks[index + 1], blocks[index + 2]);
    const line = { block, below };
    const same = kinds.get(kind);
    if (same === undefined) kinds.set(kind, [line]);
    else same.push(line);
  }
  for (const [kind, below] of kinds) {
    if (sentences.has(kind)) continue;
    const isSame = below.filter((line) => line.below === 'same');
    const items = below.filter((line) => line.below === 'items');
    const isMost = items.length * 2 > below.length - isSame.length;
    for (const { block } of [...isSame, ...(isMost ? items : [])]) {
      const isNamed = findSection(block.text, sections) !== undefined;
      if (!isNamed && !readDateline(block.text, name).isAlone) found.add(block);
    }
  }
  return found;
}

/** The kind of a short line that may name a section: bold, in brackets, numbered in some look, with a sign. */
function kindOf({ node, text }: Block): string | undefined {
  if (node.type !== 'paragraph' || text.includes('\n')) return undefined;
  const lead = readSectionLead(text);
  const name = text.slice(lead?.typed.length ?? 0);
  const bare = name.replace(/[【】［］[\]*\s]/g, '');
  if (!isTitle(bare) || bare.length > LONGEST_NAME || /[。！？，、；：:,;.!?]$/.test(bare))
    return undefined;
  if (isSourceStart(text) || isSourceLine(text) || CONTENTS.test(bare)) return undefined;
  const [only, ...others] = node.children;
  if (/^【[^【】]+】$/.test(text.trim())) return 'brackets';
  if (lead?.count !== undefined) return `number ${lead.count.look}`;
  if (lead?.ornament !== undefined) return 'sign';
  return only?.type === 'strong' && others.length === 0 ? 'bold' : undefined;
}

/** Lines that announce a table of contents. */
export const CONTENTS =
  /^[^\p{L}\p{N}]*(?:本期|本周|今日)?(?:目录|目次|要目|目錄|导读|内容导航|内容提要|toc|contents|table of contents)[^\p{L}\p{N}]*$/iu;

/** Whether a list stands at an index that is the text of one item: a single source ends all of its entries. */
function isListed(blocks: readonly Block[], start: number): boolean {
  let entries = 0;
  for (let index = start; index < blocks.length; index += 1) {
    const { node, text } = blocks[index] ?? {};
    if (node === undefined || text === undefined) break;
    if (isSourceLine(text) || sourceBehind(text) === 0) return entries > 1;
    const isLinks = isLinkList(node);
    if (node.type === 'list') entries += isLinks ? 0 : node.children.length;
    else if (node.type === 'paragraph' && leadingLink(node.children) !== undefined) entries += 2;
    else if (node.type !== 'paragraph' || sourceBehind(text) !== -1) return false;
    else if (readLead(text)?.count === undefined) return false;
    else entries += 1;
  }
  return false;
}

function belowLine(kind: string, next: Block | undefined, then: Block | undefined): Below | 'same' {
  if (next === undefined) return 'nothing';
  const nextKind = kindOf(next);
  if (nextKind === kind && (kind === 'bold' || kind === 'brackets')) {
    return then !== undefined && kindOf(then) === undefined ? 'same' : 'text';
  }
  if (nextKind !== undefined && nextKind !== kind) return 'items';
  if (next.node.type === 'heading') return 'items';
  if (beginsItem(next, true)) return nextKind === kind ? 'text' : 'items';
  // A bare title below a numbered name, and its text below that.
  const isBareTitle =
    next.node.type === 'paragraph' && isTitle(next.text) && !/[，；：:。]$/.test(next.text);
  const hasText = then !== undefined && (then.text.includes('。') || isSourceLine(then.text));
  return kind.startsWith('number') && isBareTitle && hasText ? 'items' : 'text';
}
