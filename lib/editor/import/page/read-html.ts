import type { RootContent as PageContent, Root } from 'hast';
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { blockText } from '#lib/content/markdown/markdown.ts';
import { writeBlock, writeBlocks } from '#lib/editions/markdown/write-block.ts';
import type { IssueDraft } from '../draft/draft.ts';
import { findLost } from '../find-lost.ts';
import { Notices } from '../notices.ts';
import type { ImportedPicture } from '../pictures/pictures.ts';
import { assertLength } from '../text/length.ts';
import { cleanHtml } from './clean-html.ts';
import { parsePage } from './parse-page.ts';
import { toMarkdownTree } from './to-markdown.ts';

/** A document as Markdown, its pictures, for which placeholders stand in the Markdown, and its notices. */
export type ReadDocument = {
  markdown: string;
  pictures: ImportedPicture[];
  notices: string[];
  /** The issue, where the document is a Word edition of one. */
  draft?: IssueDraft;
};

/** Elements whose text no page shows. */
const UNSEEN = /^(head|script|style|template|title)$/;

/**
 * The text, links and pictures of a page, or of pasted HTML, as Markdown.
 * @throws Failure for more text than an issue may have
 */
export function readHtml(html: string, name: string): ReadDocument {
  const notices = new Notices();
  return { ...readTree(parsePage(html, name), notices, name), notices: notices.list() };
}

/**
 * The same for a page that is a tree already. The tree is changed.
 * @throws Failure for more text than an issue may have
 */
export function readTree(
  tree: Root,
  notices: Notices,
  name: string,
): Pick<ReadDocument, 'markdown' | 'pictures'> {
  cleanHtml(tree, notices);
  const { blocks, pictures } = toMarkdownTree(tree, notices);
  assertLength(blockText(blocks), name);
  const markdown = groupLists(
    blocks.flatMap((block): RootContent[] =>
      block.type === 'paragraph' ? splitLines(block) : [block],
    ),
  )
    .map((group) =>
      group.length > 1 ? writeBlocks(group) : group.map((block) => writeBlock(block)).join(),
    )
    .filter((text) => text !== '')
    .join('\n\n');
  const shown = textOf({ type: 'root', children: blocks }, { includeImageAlt: false });
  for (const text of findLost(textsIn(tree), shown)) {
    notices.add('Text was left out: type it in', text);
  }
  return { markdown: `${markdown}\n`, pictures };
}

/** The blocks in groups: neighbouring lists are in one, since they would become one list if each was written alone. */
function groupLists(blocks: readonly RootContent[]): RootContent[][] {
  const groups: RootContent[][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    if (block.type === 'list' && group?.at(-1)?.type === 'list') group.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** The pieces of text that a page shows. */
function textsIn(node: Root | PageContent): string[] {
  if (node.type === 'text') return [node.value];
  if (!('children' in node) || ('tagName' in node && UNSEEN.test(node.tagName))) return [];
  return node.children.flatMap(textsIn);
}

/** The lines of a paragraph, each as a paragraph. */
function splitLines({ children }: Paragraph): Paragraph[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines.map((line) => ({ type: 'paragraph', children: withoutIndent(line) }));
}

/**
 * The nodes of a line without the blanks at its start, which indent it: neither issues nor Markdown marks have any
 * there.
 */
function withoutIndent([first, ...others]: PhrasingContent[]): PhrasingContent[] {
  if (first === undefined) return [];
  if (first.type === 'text') {
    const value = first.value.trimStart();
    return value === '' ? withoutIndent(others) : [{ ...first, value }, ...others];
  }
  if (first.type !== 'strong' && first.type !== 'emphasis') return [first, ...others];
  const children = withoutIndent(first.children);
  return children.length === 0 ? withoutIndent(others) : [{ ...first, children }, ...others];
}
