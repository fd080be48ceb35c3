import { nameKey } from '#lib/content/names.ts';
import type { Block } from '../block.ts';
import { belowOf, type Heading, isSourced } from './below.ts';
import { readDateline } from './dateline.ts';
import { findSection, type PublicationNames } from './lines.ts';
import { findSectionLines } from './section-lines.ts';

/** How a text as a whole is made up, which its first lines alone do not tell. */
export type Survey = {
  /** The heading that is the title of the whole. */
  title?: Block;
  /** Headings of this depth and above are sections; 0 where none is. */
  depth: number;
  /** Lines that are sections though no heading marks them and no registry lists them. */
  lines: ReadonlySet<Block>;
};

/** Finds what marks the sections of a text: headings of which depth, and lines of which kinds. */
export function surveyBlocks(blocks: readonly Block[], publication: PublicationNames): Survey {
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
  return { ...(title && { title }), depth, lines: findSectionLines(blocks, publication) };
}

/** The first heading, where it stands above all others or names the day or the number of the whole. */
function findTitle(
  blocks: readonly Block[],
  [first, ...others]: readonly Heading[],
  { name, sections }: PublicationNames,
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
  sections: PublicationNames['sections'],
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
