import type { Nodes, RootContent } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { readCorrections } from '#lib/content/correction.ts';
import { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import { parseMarkdown, toHtml } from '#lib/content/markdown/markdown.ts';
import { withoutExcess } from '#lib/content/prose/excess.ts';

/** Writes marks around children. The library would write letters beside the marks as references such as `&#x33;`. */
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
/** Emphasis with `around`. */
const OPTIONS: Options = {
  ...BASE,
  handlers: { strong: around('**'), emphasis: around('*') },
};
/** The same without escapes in text: correct where nothing in it is a mark of Markdown. */
const UNESCAPED: Options = {
  ...OPTIONS,
  handlers: { ...OPTIONS.handlers, text: ({ value }) => value },
};
/** Without emphasis: for letters beside which its marks would be read as asterisks. */
const UNSTRESSED: Options = {
  ...OPTIONS,
  handlers: { ...OPTIONS.handlers, strong: around(''), emphasis: around('') },
};

/**
 * Writes a block as Markdown, without a line break at its end. It reads back as the same block. Backslashes are written
 * only where they are needed.
 * @param original the Markdown that the block was read from, if any: it is returned where it still gives the same block
 */
export function writeBlock(block: RootContent, original?: string): string {
  const inert = inertText(block);
  if (inert !== undefined && (original === undefined || original === inert)) return inert;
  const meant = shapeOf(block);
  const reads = (text: string) => {
    // A text with thousands of marks would take minutes to read back.
    if (withoutExcess(text, new Diagnostics('', text)) !== text) return false;
    const { children } = parseMarkdown(text);
    return children.length === 1 && children[0] !== undefined && shapeOf(children[0]) === meant;
  };
  if (original !== undefined && reads(original)) return original;
  const plain = toMarkdown(block, UNESCAPED).trimEnd();
  if (reads(plain)) return plain;
  const escaped = toMarkdown(block, OPTIONS).trimEnd();
  return reads(escaped) ? escaped : toMarkdown(block, UNSTRESSED).trimEnd();
}

/** A text that is the same for two trees that differ only in positions or in how their text is split into nodes. */
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
 * Writes blocks as Markdown that reads back as the same HTML. It tries several ways to write them, the plainest first,
 * and takes the first that does. None has raw HTML in it, which other programs would show as it is.
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
  const attempts = [
    () => write(blocks, UNESCAPED),
    () => blocks.map((block) => writeBlock(block)).join('\n\n'),
    () => write(blocks, OPTIONS),
    // A line of hyphens right below text would make a heading of it, and the library puts a blank line between them.
    () => write(blocks, { ...OPTIONS, rule: '*' }),
    // A list may begin with the highest possible number.
    () => write(blocks, { ...OPTIONS, incrementListMarker: false }),
  ];
  for (const attempt of attempts) {
    const text = attempt();
    if (reads(text)) return text;
  }
  // Writes letters beside emphasis as character references: always correct, but hard to read.
  return write(blocks, BASE);
}

/**
 * The Markdown of a paragraph or heading without anything that could be a mark of Markdown; `undefined` for any other
 * block. Most blocks are like that, and need not be read back, which takes most of the time of an edition.
 */
function inertText(block: RootContent): string | undefined {
  if (block.type !== 'paragraph' && block.type !== 'heading') return undefined;
  if (!block.children.every((child) => child.type === 'text')) return undefined;
  const text = block.children.map(({ value }) => value).join('');
  const lines = block.type === 'heading' ? [text] : text.split('\n');
  if (!lines.every((line) => INERT.test(line))) return undefined;
  return block.type === 'heading' ? `${'#'.repeat(block.depth)} ${text}` : text;
}

/** A line of letters, digits, Chinese marks and single blanks that does not begin like an entry of a numbered list. */
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
