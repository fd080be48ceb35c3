import type { Element, ElementContent } from 'hast';
import type { Element as XmlElement } from 'xast';
import { x } from 'xastscript';
import { absoluteAddress } from '#lib/site/address.ts';
import { altOf, textOf } from '../html-tree.ts';
import type { Pictures } from '../pictures.ts';
import { drawing } from './drawing.ts';
import { type Look, run, runOf } from './markup.ts';
import type { Relations } from './relations.ts';

/** The HTML of one document's items as the runs of its paragraphs, whose drawings it counts. */
export class InlineWriter {
  #drawings = 0;

  /** @param base the address of the page that the HTML is from */
  constructor(
    readonly base: string,
    readonly pictures: Pictures,
    readonly relations: Relations,
  ) {}

  write(nodes: readonly ElementContent[], look: Look = {}): XmlElement[] {
    return nodes.flatMap((node): XmlElement[] => {
      if (node.type === 'text') {
        const text = withoutLineBreaks(node.value);
        return text === '' ? [] : [run(text, look)];
      }
      return node.type === 'element' ? this.#element(node, look) : [];
    });
  }

  /** Text that leads to an address, and looks like it unless it is told to look otherwise. */
  link(address: string, text: string, look: Look = { style: 'Hyperlink' }): XmlElement {
    return x('w:hyperlink', this.relations.link(address), [run(text, look)]);
  }

  #element(element: Element, look: Look): XmlElement[] {
    const { tagName, children, properties } = element;
    if (tagName === 'br') return [runOf([x('w:br')])];
    if (tagName === 'strong') return this.write(children, { ...look, bold: true });
    if (tagName === 'em') return this.write(children, { ...look, style: 'Emphasis' });
    if (tagName === 'code') return this.write(children, { ...look, style: 'HTMLCode' });
    if (tagName === 'img') return [this.#picture(element)];
    const address = tagName === 'a' ? absoluteAddress(properties.href, this.base) : undefined;
    if (address === undefined) return this.write(children, look);
    // Word links text; a picture in a link stands before it.
    const hasPicture = children.some(
      (child) => child.type === 'element' && child.tagName === 'img',
    );
    const runs = hasPicture ? this.write(children, look) : [];
    const text = withoutLineBreaks(textOf(children));
    if (text.trim() === '') return runs;
    return [...runs, this.link(address, text, { ...look, style: 'Hyperlink' })];
  }

  /** A picture of ours; for any other, the way to it. */
  #picture(element: Element): XmlElement {
    const address = absoluteAddress(element.properties.src, this.base);
    const alt = altOf(element);
    if (address === undefined) return run(alt);
    const picture = this.pictures.get(address);
    if (picture === undefined) return this.link(address, alt);
    this.#drawings += 1;
    return drawing(picture, alt, this.#drawings, this.relations.picture(picture));
  }
}

/** As browsers do; ideographic spaces are none of these. */
function withoutLineBreaks(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ');
}
