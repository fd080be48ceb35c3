import { nameKey } from '#lib/content/names.ts';
import type { Block } from './block.ts';
import { isPlain, nameIn } from './blocks.ts';
import type { IssueDraft } from './draft.ts';
import { readFrontLine } from './front-line.ts';
import { readDateline } from './marks/dateline.ts';

/**
 * Takes a block that is no text of the issue: the day, the number and the title of the whole, which stand above the
 * text. Below other lines, a day and a number are read and stay where they are.
 * @param mayBeTitle whether the block is the heading above all others
 * @returns whether it was taken
 */
export function takeFront(
  block: Block,
  draft: IssueDraft,
  name: string,
  mayBeTitle: boolean,
): boolean {
  const { node, text } = block;
  const { date, number, isAlone } = readDateline(text, name);
  // One that says what it is may stand anywhere; it stays there.
  if (isAlone && date !== undefined && /发布|出版/.test(text)) draft.date ??= date;
  if (draft.sections.length > 0) return false;
  if (draft.lead.length > 0) {
    if (isAlone && date !== undefined) draft.date ??= date;
    if (isAlone && number !== undefined) draft.number ??= number;
    return false;
  }
  if (node.type === 'paragraph' && takeFrontLine(text, draft)) return true;
  const isTitle = mayBeTitle && !draft.front.some(({ key }) => key === 'title');
  if (date !== undefined && (isAlone || isTitle)) draft.date ??= date;
  if (number !== undefined && (isAlone || isTitle)) draft.number ??= number;
  const isName = nameKey(text) === nameKey(name);
  if (!isAlone && !isTitle && !isName) return false;
  const line = text.replace(/\s+/g, ' ').trim();
  if (!isPlain(block)) draft.front.push({ text: nameIn(block) });
  draft.front.push({ text: line, ...(isAlone || isName ? {} : { key: 'title' as const }) });
  return true;
}

/** Takes a line that says of the whole what front matter says, unless it was said before. */
function takeFrontLine(text: string, draft: IssueDraft): boolean {
  const line = readFrontLine(text);
  if (line === undefined) return false;
  if (draft.front.some(({ key }) => key === line.key)) {
    // Issues have one editor: another one is a comment. A second summary is a text of its own.
    if (line.key === 'editor') draft.front.push({ text: text.trim() });
    return line.key === 'editor';
  }
  draft.front.push({ text: line.label }, { text: line.value, key: line.key });
  return true;
}
