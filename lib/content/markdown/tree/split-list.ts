import type { List, ListItem, RootContent } from 'mdast';
import { inlineText } from '../markdown.ts';
import { endsOpenBlock } from '../syntax/opening-lines.ts';

/**
 * Splits a list before a title or heading that stands indented below one of its entries. In Markdown such a line
 * belongs to the entry; in a digest it opens the next item.
 */
export function splitList(list: List): RootContent[] {
  for (const [index, entry] of list.children.entries()) {
    const [first, ...others] = splitEntry(entry);
    if (others.length === 0) continue;
    const before: List = { ...list, children: [...list.children.slice(0, index), first] };
    const rest = list.children.slice(index + 1);
    if (rest.length === 0) return [before, ...others];
    const after: List = { ...list, children: rest };
    if (typeof list.start === 'number') after.start = list.start + index + 1;
    if (rest[0]?.position && list.position)
      after.position = { start: rest[0].position.start, end: list.position.end };
    return [before, ...others, ...splitList(after)];
  }
  return [list];
}

/** Splits an entry: the part above the first title in it, then the title and all below it. */
function splitEntry(entry: ListItem): [ListItem, ...RootContent[]] {
  const { children } = entry;
  for (const [index, child] of children.entries()) {
    // `- 【要点】…` is an entry of the list, not a title.
    if (index > 0 && isOpening(child)) {
      return [{ ...entry, children: children.slice(0, index) }, ...children.slice(index)];
    }
    if (child.type !== 'list') continue;
    const [inner, ...others] = splitList(child);
    if (inner?.type !== 'list' || others.length === 0) continue;
    const before: ListItem = { ...entry, children: [...children.slice(0, index), inner] };
    return [before, ...others, ...children.slice(index + 1)];
  }
  return [entry];
}

function isOpening(block: RootContent): boolean {
  if (block.type === 'heading') return block.depth <= 3;
  return block.type === 'paragraph' && endsOpenBlock(inlineText(block.children));
}
