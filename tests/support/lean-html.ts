import { Parser } from 'htmlparser2';
import { inlineScripts } from '#components/inline-scripts.ts';
import { isDecodable } from '#lib/site/redirects.ts';

type Attributes = Readonly<Record<string, string>>;

/** Types of a script that no browser runs as JavaScript: data that stands in the page. */
const DATA_SCRIPTS = new Set(['application/ld+json', 'speculationrules']);
/** Attributes that React and Next put on for themselves; and classes, whose names are whoever bundles them to choose. */
const LEFT_OUT = /^(class|data-(precedence|href|rsc-css-href|dgst))$/;
/** Elements without an end tag (https://html.spec.whatwg.org/#void-elements). */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/**
 * What a page holds, whoever rendered it, a tag or a text a line: its elements, attributes and texts in their order.
 * What Next and React add for the browser is left out (scripts, preloads, inlined data, comments, empty hidden
 * wrappers), and so are styles and the names of classes. Links have their letters as they are.
 * @throws Error when something of Next's runtime is left
 */
export function leanHtml(page: string): string[] {
  const lean = new LeanPage();
  // In SVG some attributes have capitals.
  new Parser(lean, { lowerCaseAttributeNames: false }).end(page);
  return lean.lines;
}

class LeanPage {
  readonly lines: string[] = [];
  /** Where in `lines` each open element begins that is left out if there is nothing in it; -1 for the others. */
  readonly #wrappers: number[] = [];
  /** How many open elements there are in one that is left out, itself included. */
  #leftOut = 0;
  #drawn = 0;
  #text = '';
  /** Whether an inline script is open, of which its text says whose it is. */
  #isInline = false;

  onprocessinginstruction(_: string, declaration: string): void {
    this.lines.push(`<${declaration}>`);
  }

  onopentag(name: string, attributes: Attributes): void {
    this.#endText();
    if (this.#leftOut > 0 || isRuntime(name, attributes)) {
      this.#leftOut += 1;
      return;
    }
    assertOwn(name, attributes);
    this.#isInline = name === 'script' && Object.keys(attributes).length === 0;
    this.#wrappers.push(isWrapper(name, attributes) ? this.lines.length : -1);
    if (this.#drawn > 0 || name === 'svg') this.#drawn += 1;
    const shown = Object.entries(attributes).flatMap(([written, value]) => {
      const attribute = this.#drawn > 0 ? written : written.toLowerCase();
      return LEFT_OUT.test(attribute) ? [] : [` ${attribute}=${JSON.stringify(letters(value))}`];
    });
    this.lines.push(`<${name}${shown.join('')}>`);
  }

  ontext(text: string): void {
    if (this.#leftOut === 0) this.#text += text;
  }

  onclosetag(name: string): void {
    if (this.#leftOut > 0) {
      this.#leftOut -= 1;
      return;
    }
    const isOwn = !this.#isInline || inlineScripts.includes(this.#text);
    this.#isInline = false;
    if (name === 'style') this.#text = '';
    this.#endText();
    if (this.#drawn > 0) this.#drawn -= 1;
    const wrapper = this.#wrappers.pop();
    if (wrapper === this.lines.length - 1) this.lines.pop();
    else if (!isOwn) this.lines.splice(-2);
    else if (!VOID.test(name)) this.lines.push(`</${name}>`);
  }

  #endText(): void {
    if (this.#text !== '') this.lines.push(this.#text);
    this.#text = '';
  }
}

function letters(value: string): string {
  return value.startsWith('/') && isDecodable(value) ? decodeURI(value) : value;
}

function isRuntime(element: string, attributes: Attributes): boolean {
  const { type, src, rel = '', href } = attributes;
  if (element === 'script') {
    if (type !== undefined && DATA_SCRIPTS.has(type)) return false;
    // A script without attributes is inline. Whether it is Next's is decided later, by its text.
    return src === undefined ? Object.keys(attributes).length > 0 : !src.startsWith('/scripts/');
  }
  if (element !== 'link') return false;
  return /^(preload|modulepreload|prefetch)$/.test(rel) && isNextAddress(href);
}

/** `<div hidden></div>` and `<template id="B:0"></template>`: where React would have streamed more. */
function isWrapper(name: string, attributes: Attributes): boolean {
  if (name === 'div') return attributes.hidden !== undefined;
  return name === 'template' && Object.keys(attributes).length <= 1;
}

function assertOwn(element: string, attributes: Attributes): void {
  for (const name of ['src', 'href']) {
    const value = attributes[name];
    if (isNextAddress(value))
      throw new Error(`<${element} ${name}="${value}"> of Next's runtime is left in the page`);
  }
}

function isNextAddress(address: string | undefined): boolean {
  return address?.startsWith('/_next/') ?? false;
}
