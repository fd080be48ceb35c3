import type { PhrasingContent } from 'mdast';
import { itemId } from '#lib/content/item-id.ts';
import { inlineText } from '#lib/content/markdown/markdown.ts';
import { idInPermalink } from '#lib/site/permalink.ts';

/** Reads a line at the top of a text that belongs into front matter: 编辑：张三, 导语：……; `undefined` for any other. */
export function readFrontLine(
  line: string,
): { key: 'editor' | 'summary'; label: string; value: string } | undefined {
  const [, label, value] = /^\s*((?:责任)?编辑|导语)\s*[:：]\s*(\S.*)$/s.exec(line) ?? [];
  if (label === undefined || value === undefined) return undefined;
  return { key: label === '导语' ? 'summary' : 'editor', label, value: value.trimEnd() };
}

/**
 * A title without the link to the permalink of its own item, which editions put there. Where the id in the permalink
 * is not the one that the title gives, it is written after the title: `{#id}`.
 */
export function unlinkTitle(children: PhrasingContent[]): PhrasingContent[] {
  const [only, ...others] = children;
  if (only?.type !== 'link' || others.length > 0) return children;
  const id = idInPermalink(only.url);
  if (id === undefined) return children;
  if (id === itemId(inlineText(only.children))) return only.children;
  return [...only.children, { type: 'text', value: ` {#${id}}` }];
}
