import { Parser } from 'htmlparser2';
import { isDecodable } from '#lib/site/redirects.ts';

type Attributes = Readonly<Record<string, string>>;

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
/** Elements without an end tag (https://html.spec.whatwg.org/#void-elements). */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
/** Elements whose text stands as it is: no entity is read in it, and none is written. */
const RAW = /^(?:script|style)$/;

/**
 * The page that a Next server rendered without what Next and React add for the browser: their scripts
 * and preloads, the inlined flight data, comment markers, empty hidden wrappers. The site's own scripts
 * stay: those from `/scripts/`, inline ones marked `data-own`, and data such as JSON-LD. Links within the
 * site have their letters as they are, not percent-encoded.
 *
 * The page is written while it is read, without a tree: most of what a server sends is thrown away, and a parser
 * that builds one, which it does not need to, takes three times as long.
 * @throws Error when something of Next's runtime is left.
 */
export function leanHtml(rendered: string): string {
  const page = new LeanPage();
  // In SVG some of them have capitals.
  new Parser(page, { lowerCaseAttributeNames: false }).end(rendered);
  return page.text();
}

/** What is kept of a page that is read. */
class LeanPage {
  readonly #parts: string[] = [];
  /** Of each open element that is kept, where in `#parts` it begins if it is one of React's wrappers, else -1. */
  readonly #wrappers: number[] = [];
  /** How many open elements there are in one that is left out, itself included. */
  #leftOut = 0;
  /** How many open elements there are in a drawing, itself included. */
  #drawn = 0;
  #isRaw = false;

  text(): string {
    return this.#parts.join('');
  }

  onprocessinginstruction(_: string, declaration: string): void {
    this.#parts.push(`<${declaration}>`);
  }

  onopentag(name: string, attributes: Attributes): void {
    if (this.#leftOut > 0 || isRuntime(name, attributes)) {
      this.#leftOut += 1;
      return;
    }
    assertOwn(name, attributes);
    this.#wrappers.push(isWrapper(name, attributes) ? this.#parts.length : -1);
    this.#isRaw = RAW.test(name);
    if (this.#drawn > 0 || name === 'svg') this.#drawn += 1;
    let tag = `<${name}`;
    for (const [written, value] of Object.entries(attributes)) {
      const attribute = this.#drawn > 0 ? written : written.toLowerCase();
      if (RUNTIME_ATTRIBUTES.has(attribute)) continue;
      const shown = name === 'a' && attribute === 'href' ? shortened(value) : value;
      tag += ` ${attribute}="${escapeAttribute(shown)}"`;
    }
    this.#parts.push(`${tag}>`);
  }

  ontext(text: string): void {
    if (this.#leftOut === 0) this.#parts.push(this.#isRaw ? text : escapeText(text));
  }

  onclosetag(name: string): void {
    if (this.#leftOut > 0) {
      this.#leftOut -= 1;
      return;
    }
    this.#isRaw = false;
    if (this.#drawn > 0) this.#drawn -= 1;
    const wrapper = this.#wrappers.pop();
    if (wrapper === this.#parts.length - 1) this.#parts.pop();
    else if (!VOID.test(name)) this.#parts.push(`</${name}>`);
  }
}

/**
 * Writes the path that a link leads to with the letters that it is made of: a browser encodes them itself
 * (https://url.spec.whatwg.org/#valid-url-string), and no compression takes in %E5%85%89 what 光 costs, which
 * stands behind it as the link's text.
 */
function shortened(href: string): string {
  if (!/^\/(?!\/)/.test(href) || !isDecodable(href)) return href;
  const letters = decodeURI(href);
  const isPlain = /^[\p{L}\p{N}\p{M}/._~#?=&-]*$/u.test(letters) && encodeURI(letters) === href;
  return isPlain ? letters : href;
}

function isRuntime(element: string, attributes: Attributes): boolean {
  if (element === 'script') return !isOwnScript(attributes);
  if (element === 'meta') return isNextMeta(attributes.name);
  if (element !== 'link') return false;
  const { rel = '', href } = attributes;
  return /^(preload|modulepreload|prefetch)$/.test(rel) && isNextAddress(href);
}

/** Next says the title, description and picture of Open Graph once more for Twitter, which reads those. */
function isNextMeta(name: string | undefined): boolean {
  if (name === 'next-size-adjust') return true;
  return name !== 'twitter:card' && (name?.startsWith('twitter:') ?? false);
}

function isOwnScript({ type, src, 'data-own': mark }: Attributes): boolean {
  if (type !== undefined && DATA_SCRIPTS.has(type)) return true;
  return src?.startsWith('/scripts/') ?? mark !== undefined;
}

/** `<div hidden></div>` and `<template id="B:0"></template>`: where React would have streamed more. */
function isWrapper(name: string, attributes: Attributes): boolean {
  if (name === 'div') return attributes.hidden !== undefined;
  return name === 'template' && Object.keys(attributes).length <= 1;
}

function assertOwn(element: string, attributes: Attributes): void {
  for (const name of ['src', 'href']) {
    const value = attributes[name];
    if (!isNextAddress(value)) continue;
    throw new Error(`<${element} ${name}="${value}"> of Next's runtime is left in the page`);
  }
}

function isNextAddress(address: string | undefined): boolean {
  return address?.startsWith('/_next/') ?? false;
}

/** As a browser writes text, https://html.spec.whatwg.org/#escapingString. */
function escapeText(text: string): string {
  if (!/[&<>\u00a0]/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('\u00a0', '&nbsp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;');
}
