import type { Link, ListItem, PhrasingContent, RootContent } from 'mdast';
import { isLinkWord } from '#lib/content/attribution/source-words.ts';
import { inlineText } from '#lib/content/markdown/markdown.ts';
import { isWebAddress } from '#lib/content/prose/links.ts';
import { readPrefix } from './prefix.ts';

/** A short tag before a linked title, such as [视频], `(PDF)` or 🔥, and the blanks around it. */
const TAGS =
  /^(?:\s|[[【(（][^[\]【】()（）\n\uFFFC]{1,12}[\]】)）]|[^\p{L}\p{N}\n[\]【】()（）\uFFFC])*/u;

/** The length of the tags and signs at the start of a text. */
export function tagLength(text: string): number {
  return TAGS.exec(text)?.[0].length ?? 0;
}

/** The link at the start of some inline nodes, also where it is bold or a short tag stands before it. */
export function leadingLink(nodes: readonly PhrasingContent[]): Link | undefined {
  const index = nodes.findIndex((node) => node.type !== 'text' || !isTagOrNumber(node.value));
  const node = nodes[index];
  if (node?.type === 'strong' || node?.type === 'emphasis') return leadingLink(node.children);
  return node?.type === 'link' && isTitleLink(node) ? node : undefined;
}

function isTagOrNumber(text: string): boolean {
  const from = readPrefix(text)?.text.length ?? 0;
  return from + tagLength(text.slice(from)) === text.length;
}

/** Whether a link may be the title of an item that leads to its report. */
export function isTitleLink(link: Link): boolean {
  const text = inlineText(link.children);
  return (
    isWebAddress(link.url) &&
    /[\p{L}\p{N}]/u.test(text) &&
    !isLinkWord(text) &&
    !/^https?:/.test(text)
  );
}

/** Whether an entry of a list begins with a link. */
export function isLinkEntry({ children: [first] }: ListItem): boolean {
  return first?.type === 'paragraph' && leadingLink(first.children) !== undefined;
}

/** Whether a block is a list in which at least half of the entries begin with a link or hold such a list. */
export function isLinkList(node: RootContent | undefined): boolean {
  if (node?.type !== 'list') return false;
  const linked = node.children.filter(
    (entry) => isLinkEntry(entry) || entry.children.some((child) => isLinkList(child)),
  );
  return linked.length * 2 >= node.children.length && linked.length > 0;
}

/** Whether a block is a list whose entries all lead to places in the text itself. */
export function isAnchorList(node: RootContent): boolean {
  return node.type === 'list' && node.children.length > 0 && node.children.every(leadsInside);
}

function leadsInside({ children }: ListItem): boolean {
  return (
    children.length > 0 &&
    children.every((child) => {
      if (child.type === 'list') return isAnchorList(child);
      if (child.type !== 'paragraph') return false;
      const links = child.children.filter((each) => each.type === 'link');
      return links.length > 0 && links.every(({ url }) => url.startsWith('#'));
    })
  );
}
