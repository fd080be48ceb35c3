import { nameKey } from '#lib/content/names.ts';
import type { Block } from '../../blocks/block.ts';
import { readDateline } from '../dateline.ts';
import { findSection, type PublicationNames } from '../publication-names.ts';
import { belowOf, endsWithSource, type Heading } from './below.ts';
import { findSectionLines } from './section-lines.ts';

/** What only the whole text shows: its title, and what marks its sections. */
export type Survey = {
  /** The heading that is the title of the whole text. */
  title?: Block;
  /** Headings of this depth and above it are sections; 0 where no heading is. */
  depth: number;
  /** Lines that are sections, though they are not headings and the publication does not list their names. */
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

/** The title of the whole text: the first heading, where it stands above all others or names the day or the number. */
function findTitle(
  blocks: readonly Block[],
  [first, ...others]: readonly Heading[],
  { name, sections }: PublicationNames,
): Block | undefined {
  if (first === undefined || findSection(first.block.text, sections) !== undefined)
    return undefined;
  const { block, depth } = first;
  // The title of an issue stands below the name of the publication.
  const [second, ...rest] = others;
  const isName = nameKey(block.text) === nameKey(name);
  if (isName && second !== undefined && mayPrecede(blocks, second, rest, sections))
    return second.block;
  const { date, number } = readDateline(block.text, name);
  if ((date ?? number) !== undefined) return block;
  const below = belowOf(blocks, first, 7);
  if (others.length === 0) return below === 'items' ? undefined : block;
  // A heading of the same depth as the sections may be the title too, with nothing below it.
  const isAbove = others.every((other) => other.depth > depth);
  const isTitle = isAbove || below === 'nothing' || mayPrecede(blocks, first, others, sections);
  return isTitle ? block : undefined;
}

/**
 * Whether a heading may be a title above sections: a listed section of its depth or deeper follows, and it holds no
 * items.
 */
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

/**
 * The depth of the headings that are sections, 0 where none are: the highest depth, and each one below it whose
 * headings hold items without headings.
 */
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
 * Whether the headings of a depth have items below them. A third of them is enough; it takes half where one of them is
 * an item itself, with a text that ends with a source.
 * @param from the depth from which on headings are items
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
      isItem: endsWithSource(blocks, heading),
    }));
  const items = below.filter(({ kind, isItem }) => kind === 'items' && !isItem).length;
  const least = below.some(({ isItem }) => isItem) ? 2 : 3;
  return items > 0 && items * least >= below.length;
}
