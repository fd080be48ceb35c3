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

  /** Text that leads to an address; it looks like that unless `look` says otherwise. */
  link(address: string, text: string, look: Look = { linked: true }): XmlElement {
    return x('w:hyperlink', this.relations.link(address), [run(text, look)]);
  }

  #element(element: Element, look: Look): XmlElement[] {
    const { tagName, children, properties } = element;
    if (tagName === 'br') return [runOf([x('w:br')])];
    if (tagName === 'strong') return this.write(children, { ...look, bold: true });
    if (tagName === 'em') return this.write(children, { ...look, stressed: true });
    if (tagName === 'code') return this.write(children, { ...look, code: true });
    if (tagName === 'img') return [this.#picture(element)];
    const address = tagName === 'a' ? absoluteAddress(properties.href, this.base) : undefined;
    if (address === undefined) return this.write(children, look);
    return this.#linked(address, children, look, properties.title);
  }

  /** Word links text; a picture in a link has the address for itself. */
  #linked(
    address: string,
    children: readonly ElementContent[],
    look: Look,
    title: unknown,
  ): XmlElement[] {
    const tip = typeof title === 'string' && title !== '' ? { 'w:tooltip': title } : {};
    const runs: XmlElement[] = [];
    let text: ElementContent[] = [];
    const endText = () => {
      const inside = this.write(text, { ...look, linked: true });
      const link = { ...this.relations.link(address), ...tip };
      if (textOf(text).trim() === '') runs.push(...inside);
      else runs.push(x('w:hyperlink', link, inside));
      text = [];
    };
    for (const child of children) {
      if (child.type === 'element' && child.tagName === 'img') {
        endText();
        runs.push(this.#picture(child, address));
      } else text.push(child);
    }
    endText();
    return runs;
  }

  /** A picture of ours; for any other, the way to it. */
  #picture(element: Element, target?: string): XmlElement {
    const address = absoluteAddress(element.properties.src, this.base);
    const alt = altOf(element);
    if (address === undefined) return run(alt);
    const picture = this.pictures.get(address);
    if (picture === undefined) {
      // Where the way to it leads elsewhere, its own address is what Word shows of the link.
      const link = this.relations.link(target ?? address);
      const tip = target === undefined ? {} : { 'w:tooltip': address };
      return x('w:hyperlink', { ...link, ...tip }, [run(alt, { pictured: true })]);
    }
    this.#drawings += 1;
    const { title } = element.properties;
    return drawing(picture, this.#drawings, this.relations.picture(picture), {
      alt,
      title: typeof title === 'string' ? title : '',
      link: target === undefined ? undefined : this.relations.target(target),
    });
  }
}

/** As browsers do; ideographic spaces are none of these. */
function withoutLineBreaks(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ');
}
