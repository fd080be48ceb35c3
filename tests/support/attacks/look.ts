import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import type { Root } from 'mdast';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import PostalMime from 'postal-mime';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '#lib/content/markdown/markdown.ts';
import { iconAddress } from '#lib/site/icon.ts';
import type { FileContent } from '#lib/site/public-file.ts';
import { elementsOf } from '#tests/support/markup.ts';

/** What the Markdown of an issue may become, with the attributes that each may have. */
const MARKUP: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    ['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'em', 'strong', 'hr', 'br', 'pre', 'ul', 'li'].map(
      (name) => [name, []],
    ),
  ),
  ...Object.fromEntries(['table', 'thead', 'tbody', 'tr'].map((name) => [name, []])),
  a: ['href', 'title'],
  blockquote: ['class'],
  code: ['class'],
  img: ['src', 'alt', 'title'],
  ol: ['start'],
  td: ['align'],
  th: ['align'],
};
const SAFE = /^(?:https?:|mailto:|[^:]*(?:[/?#]|$))/i;
const ADDRESSES =
  /^(href|src|srcset|action|formaction|cite|data|poster|background|ping|xlink:href)$/;

type Element = DefaultTreeAdapterTypes.Element;

/** What of an element could run, load or lead to what runs. A script of ours has no text that varies. */
function dangersOfElement({ tagName, attrs }: Element): string[] {
  return attrs.flatMap(({ name, value }) => {
    if (/^on/i.test(name) || name === 'srcdoc') return [`<${tagName} ${name}="${value}">`];
    const isSafe = SAFE.test(value) || value === iconAddress;
    return ADDRESSES.test(name) && !isSafe ? [`<${tagName} ${name}="${value}">`] : [];
  });
}

/** Whether a text may be a step of an address: letters, digits and hyphens, as long as every file system takes. */
export function isSlug(text: string): boolean {
  return /^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}-]*$/u.test(text) && Buffer.byteLength(text) <= 200;
}

const inHtml = new Map<string, string[]>();
/** What is in the HTML of an item that its Markdown cannot mean. Most attacks come out as the same HTML. */
export function dangersInHtml(html: string): string[] {
  const dangers = inHtml.get(html) ?? lookIntoHtml(html);
  inHtml.set(html, dangers);
  return dangers;
}

function lookIntoHtml(html: string): string[] {
  return elementsOf(parseFragment(html)).flatMap((element) => {
    const allowed = MARKUP[element.tagName];
    if (allowed === undefined) return [`<${element.tagName}>`];
    const strange = element.attrs.filter(({ name }) => !allowed.includes(name));
    return [
      ...strange.map(({ name }) => `<${element.tagName} ${name}>`),
      ...dangersOfElement(element),
    ];
  });
}

/**
 * How a page is made, none of its text: its elements with the names of their attributes, in order of the
 * alphabet. Two pages of the same shape hold the same elements.
 */
export function shapeOfPage(html: string): string[] {
  const shapes = elementsOf(parse(html)).map(
    ({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(' ')}`,
  );
  return [...new Set(shapes)].sort();
}

/** What of a whole page could run or load, besides our own scripts. */
export function dangersInPage(html: string): string[] {
  return elementsOf(parse(html)).flatMap(dangersOfElement);
}

/** What is wrong with a file of the site, as the program that it is for opens it; its bytes may be text. */
export async function dangersIn(path: string, content: FileContent): Promise<string[]> {
  const text = typeof content === 'string' ? content : '';
  if (/\.(epub|docx)$/.test(path)) return dangersInArchive(Buffer.from(content));
  if (path.endsWith('.eml')) return dangersInMail(text);
  if (/\.(json|webmanifest)$/.test(path)) return dangersInJson(text);
  if (/\.(xml|opml)$/.test(path)) return dangersInXml(text);
  if (path.endsWith('.md')) return dangersInMarkdown(parseMarkdown(text));
  if (path.endsWith('.txt')) return [];
  return dangersInPage(text);
}

/** What the parser suspects where � stands in a text; XML may hold it. */
const REPLACED = /^Unicode replacement character detected/;

/** @throws Error at the first thing that a strict parser does not like */
function dangersInXml(text: string): string[] {
  const onError = (level: string, message: string) => {
    if (level === 'warning' && REPLACED.test(message)) return;
    throw new Error(`${level}: ${message}`);
  };
  const document = new DOMParser({ onError }).parseFromString(text, 'application/xml');
  return [...document.getElementsByTagName('*')].flatMap((element) => {
    const name = element.localName ?? '';
    if (/^(script|object|iframe|embed|foreignObject|altChunk|OLEObject)$/.test(name))
      return [`<${name}>`];
    // Word runs what a field says: the number of a page is all that ours ask for.
    if (name === 'instrText' && !/^(PAGE|NUMPAGES)$/.test(element.textContent?.trim() ?? ''))
      return [`a field ${element.textContent}`];
    const attributes = [...element.attributes].flatMap((attribute) => {
      if (/^on/i.test(attribute.name)) return [`<${name} ${attribute.name}>`];
      const leads =
        ADDRESSES.test(attribute.name) ||
        (attribute.name === 'Target' && element.getAttribute('TargetMode') === 'External');
      return leads && !SAFE.test(attribute.value)
        ? [`<${name} ${attribute.name}="${attribute.value}">`]
        : [];
    });
    // A feed holds the HTML of its items as text: RSS in their description, Atom where it says so.
    const held =
      (name === 'description' && element.parentNode?.nodeName === 'item') ||
      element.getAttribute('type') === 'html';
    return [...attributes, ...(held ? dangersInHtml(element.textContent ?? '') : [])];
  });
}

/** The dangers in parts of archives, by their text: most parts of all documents are the same. */
const inParts = new Map<string, string[]>();
function dangersInPart(text: string): string[] {
  const dangers = inParts.get(text) ?? dangersInXml(text);
  inParts.set(text, dangers);
  return dangers;
}

function dangersInArchive(bytes: Uint8Array): string[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => [
    ...(/(^|[\\/])\.\.([\\/]|$)|^[\\/]/.test(name) ? [name] : []),
    ...(/\.(xml|rels|xhtml|opf|ncx)$/.test(name) ? dangersInPart(strFromU8(part)) : []),
  ]);
}

const HEADERS =
  /^(from|to|subject|date|message-id|mime-version|content-type|content-transfer-encoding|content-language|list-unsubscribe|list-unsubscribe-post|list-id|auto-submitted|precedence|x-unsent)$/;

async function dangersInMail(text: string): Promise<string[]> {
  const { headers, html = '' } = await PostalMime.parse(text);
  const strange = headers.map(({ key }) => key).filter((key) => !HEADERS.test(key));
  return [...strange, ...dangersInPage(html)];
}

function dangersInJson(text: string): string[] {
  const strings: string[] = [];
  const value: unknown = JSON.parse(text, (key: string, inner: unknown) => {
    if (/html$/.test(key) && typeof inner === 'string') strings.push(inner);
    return inner;
  });
  if (typeof value !== 'object') return ['no object'];
  return strings.flatMap(dangersInHtml);
}

function dangersInMarkdown(root: Root): string[] {
  const dangers: string[] = [];
  visit(root, (node) => {
    if (node.type === 'html') dangers.push(node.value);
    if ((node.type === 'link' || node.type === 'image') && !SAFE.test(node.url))
      dangers.push(node.url);
  });
  return dangers;
}
