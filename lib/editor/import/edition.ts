import type { Element, ElementContent, Root } from 'hast';
import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { readCorrections } from '#lib/content/correction.ts';
import { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import { blockText } from '#lib/content/markdown/markdown.ts';
import { writeBlock, writeBlocks } from '#lib/editions/markdown/write-block.ts';
import { idInPermalink } from '#lib/site/permalink.ts';
import { type DraftItem, type DraftSection, emptyDraft, type IssueDraft } from './draft/draft.ts';
import { takeFront } from './front/front.ts';
import { unlinkTitle } from './front/front-line.ts';
import type { Notices } from './notices.ts';
import { isElement } from './page/children.ts';
import { styleReader } from './page/css.ts';
import { leaveOut } from './page/left-out.ts';
import { writeRaisedText } from './page/raise.ts';
import { putOnOneLine } from './page/tables.ts';
import { toMarkdownTree } from './page/to-markdown.ts';
import type { ImportedPicture } from './pictures/pictures.ts';

/**
 * Whether a page comes from a Word edition that this project made: the headings of its items link to their permalinks.
 */
export function isEdition({ children }: Root): boolean {
  const titles = children.filter((child) => isElement(child, /^h2$/));
  const known = titles.filter((title) => isElement(title) && isPermalink(title));
  return known.length > 0 && known.length * 2 >= titles.length;
}

function isPermalink({ children: [only, ...others] }: Element): boolean {
  if (!isElement(only, /^a$/) || others.length > 0) return false;
  return idInPermalink(String(only.properties.href)) !== undefined;
}

/**
 * The issue in a page that `isEdition` recognised. Its headings say what everything is: nothing is guessed, and the
 * text is taken over unchanged.
 * @param name the name of the publication
 */
export function readEdition(
  page: Root,
  notices: Notices,
  name: string,
): { draft: IssueDraft; pictures: ImportedPicture[] } {
  const styleOf = styleReader(page);
  leaveOut(page, notices, styleOf);
  writeRaisedText(page, styleOf);
  visit(page, 'element', (element) => {
    if (/^t[dh]$/.test(element.tagName)) putOnOneLine(element);
  });
  const draft = emptyDraft();
  const pictures: ImportedPicture[] = [];
  let section: DraftSection | undefined;
  let item: DraftItem | undefined;
  let group: ElementContent[] = [];
  const convert = (children: ElementContent[]): RootContent[] => {
    const read = toMarkdownTree({ type: 'root', children }, notices, true);
    pictures.push(...read.pictures);
    return read.blocks;
  };
  const endGroup = () => {
    const blocks = convert(group);
    // Faults of a correction are reported later, when the issue is read.
    readCorrections(blocks, new Diagnostics('', ''));
    if (blocks.length > 0) (item?.body ?? section?.stray ?? draft.lead).push(writeBlocks(blocks));
    group = [];
  };
  let isFront = true;
  for (const child of page.children) {
    if (child.type === 'doctype') continue;
    const mark = isElement(child) ? kindOf(child) : 'text';
    if (mark === 'title' || mark === 'item') isFront &&= mark === 'title';
    if (isFront && section === undefined && group.length === 0 && mark !== 'section') {
      const blocks = convert([child]);
      if (blocks.every((block) => takeFrontBlock(block, draft, name, mark))) continue;
      isFront = false;
    }
    if (mark === 'section' || mark === 'item') endGroup();
    if (mark === 'section') {
      section = { name: lineOf(convert([child])), stray: [], items: [] };
      draft.sections.push(section);
      item = undefined;
    } else if (mark === 'item') {
      section ??= firstSection(draft);
      item = { title: lineOf(convert([child])), body: [], hasEnded: true, behind: [] };
      section.items.push(item);
    } else group.push(deepened(child));
  }
  endGroup();
  return { draft, pictures };
}

/** A heading inside an item, one level deeper: items are level 2 in a Word edition and level 3 in an issue. */
function deepened(child: ElementContent): ElementContent {
  const depth = isElement(child) ? /^h([3-5])$/.exec(child.tagName)?.[1] : undefined;
  return isElement(child) && depth !== undefined
    ? { ...child, tagName: `h${Number(depth) + 1}` }
    : child;
}

function kindOf({ tagName, properties }: Element): 'title' | 'section' | 'item' | 'text' {
  if (tagName === 'h2') return 'item';
  if (tagName !== 'h1') return 'text';
  return Array.isArray(properties.className) ? 'title' : 'section';
}

/**
 * Takes a block from above the text: the name of the publication, the day, the number, or the title of the issue,
 * which is the second heading of the class `title`.
 * @returns whether it was taken
 */
function takeFrontBlock(
  block: RootContent,
  draft: IssueDraft,
  name: string,
  mark: string,
): boolean {
  const text = blockText([block]);
  if (mark === 'title' && draft.front.length > 0) {
    draft.front.push({ text, key: 'title' });
    return true;
  }
  return takeFront(
    { node: block, text, markdown: writeBlock(block) },
    draft,
    name,
    mark === 'title',
  );
}

/** The text of a heading, in Markdown. */
function lineOf(blocks: RootContent[]): string {
  const [heading] = blocks;
  if (heading?.type !== 'heading') return '';
  const children = unlinkTitle(heading.children);
  return writeBlock({ type: 'heading', depth: 3, children }).replace(/^### /, '');
}

function firstSection({ sections }: IssueDraft): DraftSection {
  const section: DraftSection = { stray: [], items: [] };
  sections.push(section);
  return section;
}
