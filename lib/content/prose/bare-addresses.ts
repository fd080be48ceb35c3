import type { PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { ADDRESS_CHARACTER, withoutSentenceEnd } from './links.ts';

/**
 * An address in ASCII. It ends before a Chinese character: an address that contains some must be written as a link,
 * [name](address).
 */
const ADDRESS = new RegExp(
  String.raw`(?:https?:\/\/|(?<![\w/.@:-])www\.)[A-Za-z0-9]${ADDRESS_CHARACTER}*`,
  'gi',
);

/** Most texts have no address, and this test is fast. */
const MAY_HOLD_ADDRESS = /:\/\/|www\./i;

/** An address in plain text: where it stands, and the URL of a link to it. */
export type BareAddress = { start: number; end: number; url: string };

/** Finds the addresses in a plain text. Punctuation that ends the sentence is not part of them. */
export function findAddresses(text: string): BareAddress[] {
  if (!MAY_HOLD_ADDRESS.test(text)) return [];
  return Array.from(text.matchAll(ADDRESS)).flatMap(({ 0: whole, index: start }) => {
    const address = withoutSentenceEnd(whole);
    const url = /^www/i.test(address) ? `https://${address}` : address;
    return URL.canParse(url) ? [{ start, end: start + address.length, url }] : [];
  });
}

/** Turns the addresses in the plain text of some blocks into links. Changes the blocks. */
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
