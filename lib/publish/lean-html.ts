import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse, serialize } from 'parse5';

import { isDecodable } from '#lib/site/redirects.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Types of a script that no browser runs as JavaScript: data that stands in the page. */
const DATA_SCRIPTS = new Set(['application/ld+json', 'speculationrules']);
/** Attributes that React and Next put on for themselves, and the mark of what is kept. */
const RUNTIME_ATTRIBUTES = new Set([
  'data-precedence',
  'data-href',
  'data-rsc-css-href',
  'data-dgst',
  'data-own',
]);

/**
 * The page that a Next server rendered without what Next and React add for the browser: their scripts
 * and preloads, the inlined flight data, comment markers, empty hidden wrappers. The site's own scripts
 * stay: those from `/scripts/`, inline ones marked `data-own`, and data such as JSON-LD. Links within the
 * site have their letters as they are, not percent-encoded.
 * @throws Error when something of Next's runtime is left.
 */
export function leanHtml(rendered: string): string {
  const document = parse(rendered);
  prune(document);
  return serialize(document);
}

function prune(parent: DefaultTreeAdapterTypes.ParentNode): void {
  const kept: Node[] = [];
  for (const node of parent.childNodes) {
    if (defaultTreeAdapter.isCommentNode(node)) continue;
    if (defaultTreeAdapter.isElementNode(node)) {
      if (isRuntime(node)) continue;
      node.attrs = node.attrs.filter(({ name }) => !RUNTIME_ATTRIBUTES.has(name));
      if (node.tagName === 'a') shortenAddress(node);
      prune(node);
      if (isEmptyWrapper(node)) continue;
      assertOwn(node);
    }
    kept.push(node);
  }
  parent.childNodes = kept;
}

/**
 * Writes the path that a link leads to with the letters that it is made of: a browser encodes them itself
 * (https://url.spec.whatwg.org/#valid-url-string), and no compression takes in %E5%85%89 what 光 costs, which
 * stands behind it as the link's text.
 */
function shortenAddress(link: Element): void {
  const href = link.attrs.find(({ name }) => name === 'href');
  if (href === undefined || !/^\/(?!\/)/.test(href.value) || !isDecodable(href.value)) return;
  const letters = decodeURI(href.value);
  if (/^[\p{L}\p{N}\p{M}/._~#?=&-]*$/u.test(letters) && encodeURI(letters) === href.value)
    href.value = letters;
}

function isRuntime(element: Element): boolean {
  if (element.namespaceURI !== html.NS.HTML) return false;
  if (element.tagName === 'script') return !isOwnScript(element);
  if (element.tagName === 'link') {
    const rel = attribute(element, 'rel') ?? '';
    return (
      /^(preload|modulepreload|prefetch)$/.test(rel) && isNextAddress(attribute(element, 'href'))
    );
  }
  return element.tagName === 'meta' && isNextMeta(attribute(element, 'name'));
}

/** Next says the title, description and picture of Open Graph once more for Twitter, which reads those. */
function isNextMeta(name: string | undefined): boolean {
  if (name === 'next-size-adjust') return true;
  return name !== 'twitter:card' && (name?.startsWith('twitter:') ?? false);
}

function isOwnScript(script: Element): boolean {
  const type = attribute(script, 'type');
  if (type !== undefined && DATA_SCRIPTS.has(type)) return true;
  return (
    attribute(script, 'src')?.startsWith('/scripts/') ?? attribute(script, 'data-own') !== undefined
  );
}

/** `<div hidden></div>` and `<template id="B:0"></template>`: where React would have streamed more. */
function isEmptyWrapper(element: Element): boolean {
  if (element.childNodes.length > 0) return false;
  if (element.tagName === 'div') return attribute(element, 'hidden') !== undefined;
  return element.tagName === 'template' && element.attrs.length <= 1;
}

function assertOwn(element: Element): void {
  for (const name of ['src', 'href']) {
    const value = attribute(element, name);
    if (!isNextAddress(value)) continue;
    throw new Error(
      `<${element.tagName} ${name}="${value}"> of Next's runtime is left in the page`,
    );
  }
}

function isNextAddress(address: string | undefined): boolean {
  return address?.startsWith('/_next/') ?? false;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}
