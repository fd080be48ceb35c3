import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5';
import { xmlText } from '#lib/syndication/xml-text.ts';
import { withoutBlanks } from './markup.ts';

/** An item as read from a feed or an edition. Texts are as `lineOf` writes them, addresses are absolute. */
export type ReadItem = { title: string; text: string; url: string; sources: ReadSource[] };
export type ReadSource = { name: string; url?: string | undefined; date?: string | undefined };

/** A text without blanks and without characters that XML forbids, so that all forms can be compared. */
export function bare(text: string): string {
  return withoutBlanks(xmlText(text));
}

type Node = DefaultTreeAdapterTypes.Node;

/** The bare text of some HTML, with the address after each link: 公告⟨https://example.com/⟩. */
export function lineOf(html: string | Node): string {
  const node = typeof html === 'string' ? parseFragment(html) : html;
  if (defaultTreeAdapter.isTextNode(node)) return bare(node.value);
  if (!('childNodes' in node)) return '';
  const text = node.childNodes.map(lineOf).join('');
  const href = 'attrs' in node ? node.attrs.find(({ name }) => name === 'href')?.value : undefined;
  return href === undefined ? text : `${text}⟨${href}⟩`;
}

/** A block of a document, and what names its kind: `h3`, or `strong` for a line that is nothing else. */
export type Block = { kind: string; line: string };

/** The blocks below a node. */
export function blocksOf({ childNodes }: DefaultTreeAdapterTypes.ParentNode): Block[] {
  return childNodes.filter(defaultTreeAdapter.isElementNode).map((element) => {
    const [child, ...others] = element.childNodes;
    const isStrong = child?.nodeName === 'strong' && others.length === 0;
    return { kind: isStrong ? 'strong' : element.tagName, line: lineOf(element) };
  });
}

const CREDITS = /^来源：/;
const PERMALINK = /本条(?:网页|地址)⟨(.+?)⟩$/;

/** The items in a document: each from its title to the line that `ends` it, its sources or its permalink. */
export function itemsIn(blocks: readonly Block[], title: string, ends = CREDITS): ReadItem[] {
  const items: ReadItem[] = [];
  let open: { title: string; lines: string[] } | undefined;
  for (const { kind, line } of blocks) {
    if (kind === title) open = { title: line, lines: [] };
    else open?.lines.push(line);
    if (open === undefined || kind === title || !ends.test(line)) continue;
    items.push(itemOf(open.title, open.lines));
    open = undefined;
  }
  return items;
}

/** @param lines the last of them or of its neighbours are the sources and the permalink */
export function itemOf(title: string, lines: readonly string[]): ReadItem {
  const [, name = '', link] = /^(.*?)(?:⟨(.*)⟩)?$/.exec(title) ?? [];
  const last = lines.at(-1) ?? '';
  const own = lines.findLastIndex((line) => CREDITS.test(line));
  return {
    title: name,
    text: lines.slice(0, own === -1 ? -1 : own).join(''),
    url: link ?? PERMALINK.exec(last)?.[1] ?? '',
    sources: own === -1 ? [] : sourcesIn(lines[own] ?? ''),
  };
}

/** 来源：证券日报⟨https://example.com/⟩2025-03-26、光明日报, as each form writes it. */
function sourcesIn(line: string): ReadSource[] {
  const list = line.replace(CREDITS, '').replace(PERMALINK, '').replace(/·$/, '').split('、');
  return list.map((source) => {
    const words = source.replace(/⟨.*?⟩/g, '');
    const [, name = '', date] = /^(.*?)(\d{4}-\d\d-\d\d)?(?:原文)?$/.exec(words) ?? [];
    // The publisher's page on the site is linked as well.
    const links = Array.from(source.matchAll(/⟨(.*?)⟩/g), ([, url = '']) => url);
    const url = links.find((each) => !/^https?:\/\/[^/]+\/sources\//.test(each));
    return { name, ...(url && { url }), ...(date && { date }) };
  });
}
