import { nameKey } from '#lib/content/names.ts';
import type { Block } from '../blocks/block.ts';
import { isPlain, nameIn } from '../blocks/blocks.ts';
import type { IssueDraft } from '../draft/draft.ts';
import { readDateline } from '../marks/dateline.ts';
import { readFrontLine } from './front-line.ts';

/**
 * Takes a block that belongs into the front matter: the day, the number or the title of the issue, above its text.
 * Further below, a day and a number are read, but their block stays in the text.
 * @param name the name of the publication
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
  // The day of publication may stand anywhere. Its line stays in the text.
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

/**
 * Takes a line such as 编辑：张三, unless there was one before.
 * @returns whether it was taken
 */
function takeFrontLine(text: string, draft: IssueDraft): boolean {
  const line = readFrontLine(text);
  if (line === undefined) return false;
  if (draft.front.some(({ key }) => key === line.key)) {
    // An issue has one editor: a second one becomes a comment. A second summary stays in the text.
    if (line.key === 'editor') draft.front.push({ text: text.trim() });
    return line.key === 'editor';
  }
  draft.front.push({ text: line.label }, { text: line.value, key: line.key });
  return true;
}
