import type { RootContent } from 'mdast';

/** A block of a document, its text as a reader sees it, and the Markdown that says it. */
export type Block = {
  node: RootContent;
  text: string;
  markdown: string;
  /** How the entry of a list was marked, `1. `, that began with it. */
  listed?: string;
  /** What it begins, where it begins an entry of a list of news: an item, or a group of items listed below it. */
  entry?: 'item' | 'group';
};
