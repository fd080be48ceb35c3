import { defaultSchema } from 'hast-util-sanitize';
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString as toText } from 'mdast-util-to-string';
import type { Extension } from 'micromark-util-types';
import { remark } from 'remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkHtml from 'remark-html';
import type { Processor } from 'unified';
import { visit } from 'unist-util-visit';
import type { Html } from '../issue.ts';
import { findAddresses, linkAddresses } from '../prose/bare-addresses.ts';
import { joinedTexts, joinLines } from './join-lines.ts';
import { withReadableHosts } from './readable-hosts.ts';
import { asterisksInWords } from './syntax/asterisks.ts';
import { definitionsOfAddresses, resolveReferences } from './syntax/definitions.ts';
import { endsBeforeOpenings, tables } from './syntax/open-blocks.ts';
import { quotesWithBlank } from './syntax/quotes.ts';

/** The class of a quote that is a correction. */
export const CORRECTION_CLASS = 'correction';

/**
 * The Markdown of an issue: CommonMark and the tables of GFM, without the constructs that hide or change Chinese text.
 * An indent of four spaces or a tab begins a paragraph, not code. `[注]: 全文` is text, not a definition, which would be
 * invisible. A line of hyphens below a paragraph does not make it a heading.
 */
const plain = remark()
  .data('settings', {})
  .use(function withIssueSyntax(this: Processor) {
    extend(this, [
      { disable: { null: ['codeIndented', 'setextUnderline'] } },
      definitionsOfAddresses,
      quotesWithBlank,
      endsBeforeOpenings,
    ]);
  })
  .use(remarkHtml, {
    // Raw HTML is an error. Where it is shown all the same, as in a preview, it is shown as text.
    handlers: {
      html: (_state, node: { value: string }) => ({ type: 'text', value: node.value }),
    },
    sanitize: {
      ...defaultSchema,
      attributes: {
        ...defaultSchema.attributes,
        blockquote: ['cite', ['className', CORRECTION_CLASS]],
      },
    },
  })
  .freeze();

const processor = plain()
  .use(function withTables(this: Processor) {
    extend(this, [tables]);
    const data = this.data();
    data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmTableFromMarkdown()];
  })
  // Emphasis next to Chinese punctuation, **“如此”**这般. CommonMark by itself shows the asterisks.
  .use(remarkCjkFriendly)
  .use(function withAsterisksInWords(this: Processor) {
    extend(this, [asterisksInWords]);
  })
  .freeze();

function extend(to: Processor, extensions: Extension[]): void {
  const data = to.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), ...extensions];
}

/** Parses the body of an issue into a syntax tree. Never throws: every text is Markdown. */
export function parseMarkdown(body: string): Root {
  // To look for tables and emphasis takes a fifth of the time, and most issues have none of their marks.
  const root = (/[|*_~]/.test(body) ? processor : plain).parse(body);
  // Notes that `npm run add -- --quote` writes are for the editor alone: nothing after this sees them.
  root.children = root.children.filter((block) => !(block.type === 'html' && isNote(block.value)));
  resolveReferences(root, body);
  // The style sheet indents paragraphs, so an indent of ideographic spaces is removed. A line of nothing else is blank.
  visit(root, 'paragraph', (paragraph, index, parent) => {
    dropLastBreak(paragraph, body);
    const [first] = paragraph.children;
    if (first?.type !== 'text') return undefined;
    first.value = first.value.replace(/^[\s\u3000]+/, '');
    if (first.value !== '' || paragraph.children.length > 1 || parent === undefined)
      return undefined;
    parent.children.splice(index ?? 0, 1);
    return index;
  });
  // A row may be longer than the head, and remark-html would leave out the cells that the head does not have.
  visit(root, 'table', (table) => {
    const width = Math.max(...table.children.map((row) => row.children.length));
    const head = table.children[0]?.children ?? [];
    while (head.length < width) head.push({ type: 'tableCell', children: [] });
    table.align = Array.from({ length: width }, (_, column) => table.align?.[column] ?? null);
  });
  return root;
}

/** Whether HTML is one comment that begins with 摘录：. */
function isNote(html: string): boolean {
  return /^<!--\s?摘录[：:]/.test(html) && html.indexOf('-->') === html.trimEnd().length - 3;
}

/**
 * Removes the backslash of a hard break at the end of a paragraph. It stands there if the paragraph ends only because
 * the next line opens an item (`endsBeforeOpenings`): Markdown then takes the backslash for text.
 */
function dropLastBreak({ children, position }: Paragraph, body: string): void {
  const last = children.at(-1);
  if (last?.type !== 'text' || !last.value.endsWith('\\')) return;
  const end = position?.end.offset ?? 0;
  const isEnded = /^\r?\n[^\r\n]*\S/.test(body.slice(end, end + NEXT_LINE));
  if (isEnded) last.value = last.value.slice(0, -1);
}

/** So many characters are read to see whether the next line is blank. */
const NEXT_LINE = 1000;

/**
 * The sanitized HTML of some blocks. Raw HTML in them becomes text, and addresses in their text become links.
 */
export function toHtml(blocks: readonly RootContent[]): Html {
  if (blocks.every(isPlain))
    return { __html: blocks.map((block) => `<p>${toText(block)}</p>`).join('\n') };
  linkAddresses(blocks);
  const html = processor.stringify({ type: 'root', children: joinLines(blocks) }).trim();
  return { __html: withReadableHosts(html) };
}

/**
 * Whether the HTML of a block is its text in `<p>`, with nothing to escape, trim or join. Most blocks are such
 * paragraphs, and to make and sanitize a tree of each would take a fifth as long as the parsing.
 */
function isPlain(block: RootContent): boolean {
  if (block.type !== 'paragraph') return false;
  const [only, ...others] = block.children;
  if (only?.type !== 'text' || others.length > 0) return false;
  return PLAIN.test(only.value) && findAddresses(only.value).length === 0;
}

const PLAIN = /^[^\s<>&"'`\0](?:[^\r\n\t<>&"'`\0]*[^\s<>&"'`\0])?$/;

/** The plain text of some blocks. Each block, list item and table cell is on a line of its own. */
export function blockText(blocks: readonly RootContent[]): string {
  return blocks.map(textOf).filter(Boolean).join('\n');
}

/** The plain text of inline nodes, as a page shows it. */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  const joined = joinedTexts(nodes);
  const shown = (node: Nodes): string => {
    if (node.type === 'text') return joined.get(node) ?? node.value;
    return 'children' in node ? node.children.map(shown).join('') : toText(node);
  };
  return nodes.map((node) => (node.type === 'break' ? '\n' : shown(node))).join('');
}

function textOf(node: RootContent): string {
  if (
    node.type === 'table' ||
    node.type === 'tableRow' ||
    node.type === 'list' ||
    node.type === 'listItem' ||
    node.type === 'blockquote'
  ) {
    return node.children.map(textOf).filter(Boolean).join('\n');
  }
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    return inlineText(node.children);
  }
  return toText(node);
}
