import type { PhrasingContent } from 'mdast';
import { itemId } from '#lib/content/item-id.ts';
import { inlineText } from '#lib/content/markdown/markdown.ts';
import { idInPermalink } from '#lib/site/paths.ts';

/** What a line at the top of an issue says of it, as front matter does: 编辑：张三, 导语：…… */
export function readFrontLine(
  line: string,
): { key: 'editor' | 'summary'; label: string; value: string } | undefined {
  const [, label, value] = /^\s*((?:责任)?编辑|导语)\s*[:：]\s*(\S.*)$/s.exec(line) ?? [];
  if (label === undefined || value === undefined) return undefined;
  return { key: label === '导语' ? 'summary' : 'editor', label, value: value.trimEnd() };
}

/**
 * A title without the link that leads to the item itself, as a document that was made of an issue has it.
 * The id in it is written where the title alone would not give the same.
 */
export function unlinkTitle(children: PhrasingContent[]): PhrasingContent[] {
  const [only, ...others] = children;
  if (only?.type !== 'link' || others.length > 0) return children;
  const id = idInPermalink(only.url);
  if (id === undefined) return children;
  if (id === itemId(inlineText(only.children))) return only.children;
  return [...only.children, { type: 'text', value: ` {#${id}}` }];
}
