import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Point } from 'unist';
import { SKIP, visit } from 'unist-util-visit';
import { isNameable } from '#lib/site/paths.ts';
import type { Diagnostics } from '../../faults/diagnostics.ts';
import { nameKey } from '../../names.ts';
import { inlineText } from '../markdown.ts';
import { closingTitleBracket } from './brackets.ts';
import { InlineText } from './inline.ts';
import { splitList } from './split-list.ts';
import { paragraphOf, splitParagraph } from './split-paragraph.ts';

/** The body of an issue, cut into sections and items. Names are not looked up in the registries yet. */
export type Outline = { lead: RootContent[]; sections: OutlineSection[] };
/** A section: its heading as text, and where it stands. */
export type OutlineSection = { name: string; start: Point; items: OutlineItem[] };
/** An item: its title, the id that is written after it, if any, and the blocks below. */
export type OutlineItem = {
  /** Empty if a section begins with text instead of a title, which is reported. */
  title: string;
  explicitId?: string;
  start: Point;
  blocks: RootContent[];
};

/** Cuts a syntax tree at its headings and at lines that begin with 【标题】. */
export function outlineOf(root: Root, diagnostics: Diagnostics): Outline {
  const outline: Outline = { lead: [], sections: [] };
  let section: OutlineSection | undefined;
  let item: OutlineItem | undefined;
  for (const block of blocksOf(root, diagnostics)) {
    if (block.type === 'heading' && block.depth <= 2) {
      section = { name: inlineText(block.children).trim(), start: startOf(block), items: [] };
      outline.sections.push(section);
      item = undefined;
      if (block.depth === 1) {
        const reason = 'Unexpected level 1 heading, expected ## before the name of a section';
        const start = startOf(block).offset ?? 0;
        const mend = () => [{ start, end: start, text: '#' }];
        diagnostics.report('heading-style', reason, block, { mend });
      }
      continue;
    }
    const opened = readOpening(block, diagnostics);
    if (opened === undefined) {
      if (section !== undefined && item === undefined) {
        const reason = 'Unexpected text before the first title, expected ### 标题 or 【标题】';
        diagnostics.report('item-without-title', reason, block);
        item = { title: '', start: startOf(block), blocks: [] };
        section.items.push(item);
      }
      (item?.blocks ?? outline.lead).push(block);
    } else if (section === undefined) {
      const reason = `Unexpected item “${opened.title}” before the first section, expected ## and the name of a section above it`;
      diagnostics.report('item-outside-section', reason, block);
      outline.lead.push(block);
    } else {
      item = opened;
      section.items.push(item);
    }
  }
  return outline;
}

/** The blocks of a tree. A block in which an item or a section begins is cut in two there. */
function blocksOf(root: Root, diagnostics: Diagnostics): RootContent[] {
  return root.children
    .flatMap((block) => (block.type === 'list' ? splitList(block) : [block]))
    .flatMap((block) =>
      block.type === 'paragraph' ? splitParagraph(block, diagnostics) : [block],
    );
}

/** The item that a block opens, with the text after its title; `undefined` if the block opens none. */
function readOpening(block: RootContent, diagnostics: Diagnostics): OutlineItem | undefined {
  if (block.type === 'heading' && block.depth === 3) return openByHeading(block, diagnostics);
  return block.type === 'paragraph' ? openByBrackets(block, diagnostics) : undefined;
}

function openByHeading(heading: Heading, diagnostics: Diagnostics): OutlineItem {
  reportMarkup(heading.children, diagnostics);
  const text = inlineText(heading.children).trim();
  const id = /(?<!\s)\s*\{#([^{}]*)\}$/.exec(text);
  const title = id === null ? text : text.slice(0, id.index);
  const item: OutlineItem = { title, start: startOf(heading), blocks: [] };
  if (nameKey(title) === '') {
    diagnostics.report('item-without-title', 'Unexpected empty title, expected ### 标题', heading);
  }
  checkTitle(title, item.start, diagnostics);
  const explicitId = id && checkId(id[1] ?? '', heading, diagnostics);
  if (explicitId) item.explicitId = explicitId;
  return item;
}

function openByBrackets(paragraph: Paragraph, diagnostics: Diagnostics): OutlineItem | undefined {
  const inline = new InlineText(unwrapBold(paragraph, diagnostics), diagnostics);
  const open = inline.text.search(/\S/);
  if (inline.text.charAt(open) !== '【') return undefined;
  const close = closingTitleBracket(inline.text, open);
  if (close === -1) return undefined;
  const titleNodes = inline.slice(open + 1, close);
  reportMarkup(titleNodes, diagnostics);
  const title = inlineText(titleNodes).trim();
  const start = diagnostics.pointOf(inline.offsetAt(open));
  if (nameKey(title) === '') {
    diagnostics.report('item-without-title', 'Unexpected empty title, expected 【标题】', start);
  }
  checkTitle(title, start, diagnostics);
  const item: OutlineItem = { title, start, blocks: [] };
  const id = /^\s*\{#([^{}]*)\}/.exec(inline.text.slice(close + 1));
  const explicitId = id && checkId(id[1] ?? '', start, diagnostics);
  if (explicitId) item.explicitId = explicitId;
  const titleEnd = close + 1 + (id?.[0].length ?? 0);
  const bodyStart = titleEnd + Math.max(0, inline.text.slice(titleEnd).search(/\S|$/));
  const children = inline.slice(bodyStart);
  if (children.length > 0) item.blocks.push(paragraphOf(children, inline, bodyStart, paragraph));
  return item;
}

/** The children of a paragraph, without bold around its 【标题】. */
function unwrapBold(paragraph: Paragraph, diagnostics: Diagnostics): PhrasingContent[] {
  const [first, ...rest] = paragraph.children;
  if (first?.type !== 'strong' || !inlineText([first]).startsWith('【')) return paragraph.children;
  const reason = 'Unexpected bold around a title, expected 【标题】 alone';
  const [start, end] = [first.position?.start.offset ?? 0, first.position?.end.offset ?? 0];
  const mend = () => [
    { start, end: start + 2, text: '' },
    { start: end - 2, end, text: '' },
  ];
  diagnostics.report('heading-style', reason, first, { mend });
  return [...first.children, ...rest];
}

/** In characters. No headline is longer: a longer title has lost the 】 or the line break at its end. */
const LONGEST_TITLE = 200;

function checkTitle(title: string, at: Point, diagnostics: Diagnostics): void {
  const { length } = Array.from(title);
  if (length <= LONGEST_TITLE) return;
  const reason = `Unexpected title of ${length} characters, expected at most ${LONGEST_TITLE}`;
  diagnostics.report('title-long', reason, at);
}

const ID = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;

function checkId(id: string, at: Point | Heading, diagnostics: Diagnostics): string | undefined {
  if (ID.test(id) && isNameable(id)) return id;
  const shown = id.length > 40 ? `${id.slice(0, 40)}…` : id;
  const wanted = isNameable(id) ? 'letters, digits, hyphens' : 'a shorter one';
  const reason = `Unexpected id \`${shown}\`, expected ${wanted} such as {#kuaishou-2024}`;
  diagnostics.report('id-invalid', reason, at);
  return undefined;
}

function reportMarkup(nodes: PhrasingContent[], diagnostics: Diagnostics): void {
  visit({ type: 'paragraph', children: nodes }, ['link', 'image'], (node) => {
    const reason = 'Unexpected link or image in a title, expected plain text and the link at 来源';
    diagnostics.report('title-markup', reason, node);
    return SKIP;
  });
}

function startOf(node: RootContent): Point {
  return node.position?.start ?? { line: 1, column: 1, offset: 0 };
}
