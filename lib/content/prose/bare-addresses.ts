import type { PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { ADDRESS_CHARACTER, withoutSentenceEnd } from './links.ts';

/**
 * An address in ASCII. Chinese characters right behind it are no part of it: an address that has some must be typed as
 * a link.
 */
const ADDRESS = new RegExp(
  String.raw`(?:https?:\/\/|(?<![\w/.@:-])www\.)[A-Za-z0-9]${ADDRESS_CHARACTER}*`,
  'gi',
);

/** Whether to look for addresses at all: most texts have none. */
const MAY_HOLD_ADDRESS = /:\/\/|www\./i;

/** An address typed as text: where it stands, and where a link to it leads. */
export type BareAddress = { start: number; end: number; url: string };

/** The addresses in a text that are typed as they are, without the marks of the sentence behind them. */
export function findAddresses(text: string): BareAddress[] {
  if (!MAY_HOLD_ADDRESS.test(text)) return [];
  return Array.from(text.matchAll(ADDRESS)).flatMap(({ 0: whole, index: start }) => {
    const typed = withoutSentenceEnd(whole);
    const url = /^www/i.test(typed) ? `https://${typed}` : typed;
    return URL.canParse(url) ? [{ start, end: start + typed.length, url }] : [];
  });
}

/** Makes links of the addresses in some blocks that are typed as text. */
export function linkAddresses(blocks: readonly RootContent[]): void {
  const root: Root = { type: 'root', children: [...blocks] };
  visit(root, (node, index, parent) => {
    if (node.type === 'link' || node.type === 'linkReference') return SKIP;
    if (node.type !== 'text' || parent === undefined || index === undefined) return undefined;
    const addresses = findAddresses(node.value);
    if (addresses.length === 0) return undefined;
    const pieces: PhrasingContent[] = [];
    let from = 0;
    const addText = (to: number) => {
      if (to > from) pieces.push({ type: 'text', value: node.value.slice(from, to) });
    };
    for (const { start, end, url } of addresses) {
      addText(start);
      const label = node.value.slice(start, end);
      pieces.push({ type: 'link', url, children: [{ type: 'text', value: label }] });
      from = end;
    }
    addText(node.value.length);
    parent.children.splice(index, 1, ...pieces);
    return index + pieces.length;
  });
}
