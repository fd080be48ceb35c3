import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5';
import { absoluteAddress } from '#lib/site/address.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** A web address, as far as it is ASCII. */
const ADDRESS = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g;
/** A mark that no address has in it, such as ） or 、. A letter of any script may belong to an address. */
const MARK = /^[^\s\p{ASCII}\p{L}\p{N}\p{M}]/u;

/**
 * Puts a blank between an address and a full-width mark behind it. Else programs that turn addresses into links take
 * the mark for a part of the address.
 */
export function separateAddresses(text: string): string {
  return text.replace(ADDRESS, (address, at: number) => {
    const end = at + address.length;
    return MARK.test(text.slice(end, end + 2)) ? `${address} ` : address;
  });
}

/** Elements that begin and end a line; a row of a table is one. */
const BLOCKS = /^(p|h[1-6]|pre|blockquote|ul|ol|li|table|tr|hr)$/;

/**
 * Writes sanitized HTML as plain text, each block on a line of its own. A link is followed by its address. A picture is
 * its description and address. Entries of a list have their marks, and cells of a row have a bar between them.
 * @param base the address of the page that the HTML stands on
 */
export function withoutMarkup(html: string, base: string): string {
  const lines = writeNodes(parseFragment(html), base).split('\n');
  return lines
    .map((line) => line.trimEnd())
    .filter(Boolean)
    .join('\n');
}

function writeNodes(parent: DefaultTreeAdapterTypes.ParentNode, base: string): string {
  return parent.childNodes
    .map((node) => {
      if (defaultTreeAdapter.isElementNode(node)) return writeElement(node, base);
      if (!defaultTreeAdapter.isTextNode(node)) return '';
      // Line breaks between blocks are no text.
      return node.value.trim() === '' && node.value.includes('\n') ? '' : node.value;
    })
    .join('');
}

function writeElement(element: Element, base: string): string {
  const attribute = (name: string) => element.attrs.find((each) => each.name === name)?.value ?? '';
  const address = (name: string) => absoluteAddress(attribute(name), base);
  const name = element.tagName;
  if (name === 'br') return '\n';
  if (name === 'img')
    return `［图：${[attribute('alt'), address('src')].filter(Boolean).join(' ')}］`;
  const content = writeNodes(element, base);
  if (name === 'a') {
    const target = address('href');
    return target === undefined ? content : `${content}（${target}）`;
  }
  if (name === 'li') return `\n${markOf(element)} ${content.trim()}\n`;
  if (name === 'th' || name === 'td') return `${content.trim()} | `;
  if (name === 'tr') return `\n${content.trim().replace(/ \|$/, '')}\n`;
  if (name === 'blockquote') return `\n${content.trim().replace(/^/gm, '> ')}\n`;
  return BLOCKS.test(name) ? `\n${content}\n` : content;
}

function markOf(item: Element): string {
  const list = item.parentNode;
  if (list === null || !defaultTreeAdapter.isElementNode(list) || list.tagName !== 'ol') return '-';
  const start = Number(list.attrs.find(({ name }) => name === 'start')?.value ?? 1);
  const items = list.childNodes.filter(
    (node) => defaultTreeAdapter.isElementNode(node) && node.tagName === 'li',
  );
  return `${start + items.indexOf(item)}.`;
}
