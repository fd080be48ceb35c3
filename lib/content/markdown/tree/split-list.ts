import type { List, ListItem, RootContent } from 'mdast';
import { inlineText } from '../markdown.ts';
import { endsOpenBlock } from '../syntax/opening-lines.ts';

/**
 * A list as several blocks, where a title or heading stands indented below one of its entries. Markdown takes such a
 * line into the entry; in a digest it opens the next item.
 */
export function splitList(list: List): RootContent[] {
  for (const [index, entry] of list.children.entries()) {
    const [whole, ...behind] = splitEntry(entry);
    if (behind.length === 0) continue;
    const before: List = { ...list, children: [...list.children.slice(0, index), whole] };
    const rest = list.children.slice(index + 1);
    if (rest.length === 0) return [before, ...behind];
    const after: List = { ...list, children: rest };
    if (typeof list.start === 'number') after.start = list.start + index + 1;
    if (rest[0]?.position && list.position)
      after.position = { start: rest[0].position.start, end: list.position.end };
    return [before, ...behind, ...splitList(after)];
  }
  return [list];
}

/** The part of an entry above the title in it, then the title and what stands below. */
function splitEntry(entry: ListItem): [ListItem, ...RootContent[]] {
  const { children } = entry;
  for (const [index, child] of children.entries()) {
    // An editor who types `- 【要点】…` means an entry of the list.
    if (index > 0 && isOpening(child)) {
      return [{ ...entry, children: children.slice(0, index) }, ...children.slice(index)];
    }
    if (child.type !== 'list') continue;
    const [inner, ...behind] = splitList(child);
    if (inner?.type !== 'list' || behind.length === 0) continue;
    const before: ListItem = { ...entry, children: [...children.slice(0, index), inner] };
    return [before, ...behind, ...children.slice(index + 1)];
  }
  return [entry];
}

function isOpening(block: RootContent): boolean {
  if (block.type === 'heading') return block.depth <= 3;
  return block.type === 'paragraph' && endsOpenBlock(inlineText(block.children));
}
