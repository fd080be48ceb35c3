import type { Nodes, RootContent } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { readCorrections } from '#lib/content/correction.ts';
import { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import { parseMarkdown, toHtml } from '#lib/content/markdown/markdown.ts';
import { withoutExcess } from '#lib/content/prose/excess.ts';

/** Marks around children as they are; the library would spell letters beside them as `&#x33;`. */
const around =
  (mark: string): Handle =>
  (node, _, state, info) =>
    `${mark}${state.containerPhrasing(node, { ...info, before: mark, after: mark })}${mark}`;

const BASE: Options = {
  bullet: '-',
  rule: '-',
  listItemIndent: 'one',
  incrementListMarker: true,
  resourceLink: true,
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
};
/** Emphasis with its marks around it. */
const OPTIONS: Options = {
  ...BASE,
  handlers: { strong: around('**'), emphasis: around('*') },
};
/** The same, with text as it is: right wherever nothing in it is a mark of Markdown. */
const UNESCAPED: Options = {
  ...OPTIONS,
  handlers: { ...OPTIONS.handlers, text: ({ value }) => value },
};
/** Without emphasis: for where its marks, beside such letters, would be read as asterisks. */
const UNSTRESSED: Options = {
  ...OPTIONS,
  handlers: { ...OPTIONS.handlers, strong: around(''), emphasis: around('') },
};

/**
 * The Markdown of a block, without an end of line, which reads back as that very block. Backslashes are
 * written only where they are needed. `typed` is how the block was typed, if it came from Markdown: it
 * is kept where it still says the same.
 */
export function writeBlock(block: RootContent, typed?: string): string {
  const inert = inertText(block);
  if (inert !== undefined && (typed === undefined || typed === inert)) return inert;
  const meant = shapeOf(block);
  const reads = (text: string) => {
    // Whether thousands of marks read back so is not worth the minutes it takes.
    if (withoutExcess(text, new Diagnostics('', text)) !== text) return false;
    const { children } = parseMarkdown(text);
    return children.length === 1 && children[0] !== undefined && shapeOf(children[0]) === meant;
  };
  if (typed !== undefined && reads(typed)) return typed;
  const plain = toMarkdown(block, UNESCAPED).trimEnd();
  if (reads(plain)) return plain;
  const escaped = toMarkdown(block, OPTIONS).trimEnd();
  return reads(escaped) ? escaped : toMarkdown(block, UNSTRESSED).trimEnd();
}

/** What two trees share that say the same, whatever their places and however their text is cut. */
function shapeOf(node: Nodes): string {
  return JSON.stringify(plainOf(node)).replaceAll('"],["text","', '');
}

function plainOf(node: Nodes): unknown[] {
  if (node.type === 'text') return ['text', node.value.replace(/\s+/g, ' ')];
  const own = Object.entries(node).filter(
    ([key, value]) => !SKIPPED.has(key) && value !== null && value !== undefined,
  );
  const children = 'children' in node ? node.children.map((child) => plainOf(child)) : [];
  return [own, ...children];
}

const SKIPPED = new Set(['position', 'data', 'children', 'spread', 'align', 'lang', 'meta']);

/**
 * The Markdown of some blocks, which reads back as the very same HTML, as far as any of the ways to write
 * it does: the plainest of them is taken. No raw HTML is in it: other programs show that as what it is.
 */
export function writeBlocks(blocks: readonly RootContent[]): string {
  const texts = blocks.map(inertText);
  if (texts.every((text) => text !== undefined)) return texts.join('\n\n');
  const meant = toHtml(blocks).__html;
  const write = (nodes: readonly RootContent[], options: Options) =>
    toMarkdown({ type: 'root', children: [...nodes] }, options).trimEnd();
  const reads = (text: string) => {
    const { children } = parseMarkdown(text);
    return !holdsHtml(children) && htmlOf(children, text) === meant;
  };
  const ways = [
    () => write(blocks, UNESCAPED),
    () => blocks.map((block) => writeBlock(block)).join('\n\n'),
    () => write(blocks, OPTIONS),
    // Right below text, a line of hyphens would be read as one below a title: the library puts a blank line between.
    () => write(blocks, { ...OPTIONS, rule: '*' }),
    // A list may begin with the highest number that there is.
    () => write(blocks, { ...OPTIONS, incrementListMarker: false }),
  ];
  for (const way of ways) {
    const text = way();
    if (reads(text)) return text;
  }
  // With letters beside emphasis as character references, which is right everywhere and nowhere pretty.
  return write(blocks, BASE);
}

/**
 * The Markdown of a paragraph or heading in which nothing can be a mark of Markdown, and which so reads back as
 * it stands: most of them are such, and to read one back takes longer than all else that an edition does with it.
 */
function inertText(block: RootContent): string | undefined {
  if (block.type !== 'paragraph' && block.type !== 'heading') return undefined;
  if (!block.children.every((child) => child.type === 'text')) return undefined;
  const text = block.children.map(({ value }) => value).join('');
  const lines = block.type === 'heading' ? [text] : text.split('\n');
  if (!lines.every((line) => INERT.test(line))) return undefined;
  return block.type === 'heading' ? `${'#'.repeat(block.depth)} ${text}` : text;
}

/** A line of letters, digits, Chinese marks and single blanks; not what begins like the entry of a numbered list. */
const INERT =
  /^(?!\d+\.)[\p{L}\p{N}《（“](?:[\p{L}\p{N}，。、；：？！“”‘’《》（）【】〔〕…—·．,.%％+-]| (?! |$))*$/u;

function htmlOf(blocks: RootContent[], text: string): string {
  readCorrections(blocks, new Diagnostics('', text));
  return toHtml(blocks).__html;
}

function holdsHtml(nodes: readonly RootContent[]): boolean {
  return nodes.some(
    (node) => node.type === 'html' || ('children' in node && holdsHtml(node.children)),
  );
}
