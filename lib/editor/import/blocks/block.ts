import type { RootContent } from 'mdast';

/** A block of a document: its syntax tree, its text as a reader sees it, and its Markdown. */
export type Block = {
  node: RootContent;
  text: string;
  markdown: string;
  /** The marker of a list entry, such as `1. `, on the first block of the entry. */
  listed?: string;
  /** Set on the first block of an entry in a list of items: the entry is an item, or a group of items below it. */
  entry?: 'item' | 'group';
};
