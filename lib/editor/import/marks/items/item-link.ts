import type { Link, Paragraph, PhrasingContent } from 'mdast';
import { isLinkWord } from '#lib/content/attribution/source-words.ts';
import type { Source } from '#lib/content/issue.ts';
import { inlineText } from '#lib/content/markdown/markdown.ts';
import { InlineText, type Locator, OPAQUE } from '#lib/content/markdown/tree/inline.ts';
import type { NameIndex } from '#lib/content/names.ts';
import { nameKey } from '#lib/content/names.ts';
import { isWebAddress } from '#lib/content/prose/links.ts';
import { flatText, lengthWithout } from '../flat-text.ts';

/** A link that leads to the report of an item, found at the end of a text. */
export type ItemLink = {
  url: string;
  /** The publisher that its text names. */
  name?: string;
  /** The nodes before the link. */
  rest: PhrasingContent[];
  /** Text that is left out because it only led to the report: 阅读全文 */
  left: string;
};

const ADDRESS = /https?:\/\/(?:[.,;:]*[^\s<>，。；、（）.,;:])+/;
const LABELLED = new RegExp(
  String.raw`^(\S{1,6}|\w+(?: \w+){0,3})\s*[:：]\s*(?:${OPAQUE}|<?${ADDRESS.source}>?)\s*$`,
);
/** Marks between a text and the link after it, and those after the link. */
const MARKS_BEFORE = /[\s（(【[—–→›»|｜-]/u;
/** The end of a sentence, and a mark that separates a link from a sentence without an end. */
const SENTENCE_END = /(?:^|[。！？.!?…；;：:”）)」』》】])$/;
const SEPARATOR = /[^\s]|\n/;
const MARKS_AFTER = /^[\s）)】\]→›»…。.>-]*$/;

const LONGEST_ADDRESS = 2_000;

/** Whether a line only leads to a report: 阅读全文, 原文链接：https://… */
export function isAddressLine(line: string): boolean {
  const text = line.trim();
  if (text.length > LONGEST_ADDRESS) return false;
  const label = LABELLED.exec(text)?.[1];
  return isLinkWord(text) || (label !== undefined && isLinkWord(label));
}

/**
 * The link at the end of a paragraph, where it leads to the report of the item: its text is 阅读全文 or the like, or the
 * name of a publisher. `undefined` where there is none.
 */
export function trailingLink(
  paragraph: Paragraph,
  locator: Locator,
  sources: NameIndex<Source>,
): ItemLink | undefined {
  const inline = new InlineText(paragraph.children, locator);
  const text = flatText(inline);
  const labelled = /(?:^|\n)([^\n]*)$/.exec(text.trimEnd());
  const line = labelled?.[1] ?? '';
  const at = text.lastIndexOf(OPAQUE);
  const node = at === -1 ? undefined : inline.opaqueAt(at);
  if (node?.type === 'link' && isWebAddress(node.url) && MARKS_AFTER.test(text.slice(at + 1))) {
    const name = publisherOf(node, sources);
    if (name === undefined && !isLinkWord(inlineText(node.children)) && !isAddressLine(line))
      return undefined;
    const isLabelled = LABELLED.test(line) && isAddressLine(line);
    const before = text.slice(0, isLabelled ? text.trimEnd().length - line.length : at);
    const end = lengthWithout(before, MARKS_BEFORE);
    const marks = before.slice(end);
    // 详见[原文](…) would be half a sentence without its link.
    const isParted = SENTENCE_END.test(before.slice(0, end)) || SEPARATOR.test(marks);
    if (!isParted && !(name === undefined && marks !== '')) return undefined;
    const left = `${isLabelled ? line.slice(0, line.lastIndexOf(OPAQUE)) : ''}${name === undefined ? textOf(node) : ''}`;
    return {
      url: node.url,
      ...(name === undefined ? {} : { name }),
      rest: inline.slice(0, end),
      left,
    };
  }
  const url = isAddressLine(line) ? ADDRESS.exec(line)?.[0] : undefined;
  if (url === undefined) return undefined;
  const start = text.trimEnd().length - line.length;
  const left = line.slice(0, line.indexOf(url));
  return { url, rest: inline.slice(0, text.slice(0, start).trimEnd().length), left };
}

/** The text of a link, unless it is the address itself. */
function textOf(link: Link): string {
  const text = inlineText(link.children);
  return /^https?:/.test(text) ? '' : text;
}

function publisherOf(link: Link, sources: NameIndex<Source>): string | undefined {
  const name = inlineText(link.children).trim();
  return sources.find(name) === undefined && !isHostName(name, link.url) ? undefined : name;
}

/** Endings of the names of media. */
const MEDIA =
  /(?:报|网|社|周刊|杂志|电视台|广播|客户端|公众号|博客|新闻|财经|科技|News|Times|Post|Daily|Journal|Blog|Weekly|Magazine|Review|Press)$/i;
const LATIN_NAME = /^[A-Z][\w.&’'-]*(?: (?:[A-Z][\w.&’'-]*|of|the|and|&)){0,4}$/;

/** Whether the words after a linked title are the name of its publisher and not the beginning of a sentence. */
function isPublisher(name: string, url: string, sources: NameIndex<Source>): boolean {
  if (sources.find(name) !== undefined || isHostName(name, url)) return true;
  if (name.length > 24 || /[。！？；，,;:：!?]/.test(name)) return false;
  return (name.length <= 14 && MEDIA.test(name)) || LATIN_NAME.test(name);
}

/** Whether a name is that of the host of an address: The Verge, theverge.com. */
function isHostName(name: string, url: string): boolean {
  const key = nameKey(name);
  const host = nameKey(new URL(url).hostname);
  return key.length >= 3 && !/\p{Script=Han}/u.test(key) && host.includes(key);
}

const PUBLISHER =
  /^\s{0,9}(?:[-—–|｜·•@]{1,2}\s{0,9}|[（([【]\s{0,9}|via\s{1,9})([^\n（()）[\]【】|｜·•—–\uFFFC]{2,40}?)\s{0,9}[)）\]】]?(?:\s{0,9}[|｜·•,，]?\s{0,9}(\d{4}[-/]\d{1,2}[-/]\d{1,2}))?\s{0,9}(?=\n|$|[。：:]|[-—–]\s)/;

/** The publisher that is named right after a linked title, with the day of the report, and the length of that text. */
export function publisherAfter(
  text: string,
  url: string,
  sources: NameIndex<Source>,
): { source: string; length: number } | undefined {
  const match = PUBLISHER.exec(text);
  const name = match?.[1]?.trim();
  if (match === null || name === undefined || !isPublisher(name, url, sources)) return undefined;
  return {
    source: [name, ...(match[2] === undefined ? [] : [match[2]])].join(' '),
    length: match[0].length,
  };
}
