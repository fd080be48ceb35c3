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

export const CORRECTION_CLASS = 'correction';

/**
 * The Markdown of an issue: CommonMark and GFM's tables, less what swallows or disguises Chinese text.
 * An indent of four spaces or a tab is how paragraphs are typed, not code; `[注]: 全文` is text, not a
 * definition that no page shows; a line of hyphens under a paragraph does not make it a heading.
 */
const plain = remark()
  .data('settings', {})
  .use(function withoutDisguises(this: Processor) {
    extend(this, [
      { disable: { null: ['codeIndented', 'setextUnderline'] } },
      definitionsOfAddresses,
      quotesWithBlank,
      endsBeforeOpenings,
    ]);
  })
  .use(remarkHtml, {
    // Raw HTML is an error; should it be shown all the same, it is shown as typed.
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
  // Emphasis next to Chinese punctuation, **“如此”**这般, which CommonMark alone leaves as asterisks.
  .use(remarkCjkFriendly)
  .use(function withAsterisksInWords(this: Processor) {
    extend(this, [asterisksInWords]);
  })
  .freeze();

function extend(to: Processor, extensions: Extension[]): void {
  const data = to.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), ...extensions];
}

/** The syntax tree of an issue's body. Never throws: every text is Markdown. */
export function parseMarkdown(body: string): Root {
  // Looking for tables and emphasis takes a fifth of the time, and most issues have not one mark of them.
  const root = (/[|*_~]/.test(body) ? processor : plain).parse(body);
  resolveReferences(root, body);
  // An indent of ideographic spaces is the page's to set; a line of nothing else is a blank line.
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
  // A row may be longer than the head, which alone says how many cells are shown.
  visit(root, 'table', (table) => {
    const width = Math.max(...table.children.map((row) => row.children.length));
    const head = table.children[0]?.children ?? [];
    while (head.length < width) head.push({ type: 'tableCell', children: [] });
    table.align = Array.from({ length: width }, (_, column) => table.align?.[column] ?? null);
  });
  return root;
}

/** Removes the backslash of a hard break from the end of a paragraph that ends because the next line opens an item. */
function dropLastBreak({ children, position }: Paragraph, body: string): void {
  const last = children.at(-1);
  if (last?.type !== 'text' || !last.value.endsWith('\\')) return;
  const end = position?.end.offset ?? 0;
  const isEnded = /^\r?\n[^\r\n]*\S/.test(body.slice(end, end + NEXT_LINE));
  if (isEnded) last.value = last.value.slice(0, -1);
}

/** As much of a text as tells whether its next line is blank. */
const NEXT_LINE = 1000;

/**
 * Sanitized HTML of some blocks. Raw HTML in them comes out as the text that was typed, and addresses that are typed
 * as text as links.
 */
export function toHtml(blocks: readonly RootContent[]): Html {
  if (blocks.every(isPlain))
    return { __html: blocks.map((block) => `<p>${toText(block)}</p>`).join('\n') };
  linkAddresses(blocks);
  const html = processor.stringify({ type: 'root', children: joinLines(blocks) }).trim();
  return { __html: withReadableHosts(html) };
}

/**
 * Whether a block is a paragraph whose HTML is its text: most are, and to make and sanitize a tree of each takes as
 * long as a fifth of the parsing. Nothing in it is escaped, trimmed or joined.
 */
function isPlain(block: RootContent): boolean {
  if (block.type !== 'paragraph') return false;
  const [only, ...others] = block.children;
  if (only?.type !== 'text' || others.length > 0) return false;
  return PLAIN.test(only.value) && findAddresses(only.value).length === 0;
}

const PLAIN = /^[^\s<>&"'`\0](?:[^\r\n\t<>&"'`\0]*[^\s<>&"'`\0])?$/;

/** The text of some blocks, each block, list item and cell on a line of its own. */
export function blockText(blocks: readonly RootContent[]): string {
  return blocks.map(textOf).filter(Boolean).join('\n');
}

/** The text of inline nodes, as a reader sees it. */
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
