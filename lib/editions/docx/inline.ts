import type { Element, ElementContent } from 'hast';
import type { Element as XmlElement } from 'xast';
import { x } from 'xastscript';
import { absoluteAddress } from '#lib/site/address.ts';
import { altOf, textOf } from '../html-tree.ts';
import type { Pictures } from '../pictures.ts';
import { drawing } from './drawing.ts';
import { type RunFormat, run, runOf } from './markup.ts';
import type { Relations } from './relations.ts';

/** Writes the HTML inside paragraphs as runs, for one document. It numbers the document's drawings. */
export class InlineWriter {
  #drawings = 0;

  /** @param base the address of the page that the HTML stands on */
  constructor(
    readonly base: string,
    readonly pictures: Pictures,
    readonly relations: Relations,
  ) {}

  write(nodes: readonly ElementContent[], format: RunFormat = {}): XmlElement[] {
    return nodes.flatMap((node): XmlElement[] => {
      if (node.type === 'text') {
        const text = withoutLineBreaks(node.value);
        return text === '' ? [] : [run(text, format)];
      }
      return node.type === 'element' ? this.#element(node, format) : [];
    });
  }

  /** Text that links to an address. It looks like a link unless `format` says otherwise. */
  link(address: string, text: string, format: RunFormat = { linked: true }): XmlElement {
    return x('w:hyperlink', this.relations.link(address), [run(text, format)]);
  }

  #element(element: Element, format: RunFormat): XmlElement[] {
    const { tagName, children, properties } = element;
    if (tagName === 'br') return [runOf([x('w:br')])];
    if (tagName === 'strong') return this.write(children, { ...format, bold: true });
    if (tagName === 'em') return this.write(children, { ...format, stressed: true });
    if (tagName === 'code') return this.write(children, { ...format, code: true });
    if (tagName === 'img') return [this.#picture(element)];
    const address = tagName === 'a' ? absoluteAddress(properties.href, this.base) : undefined;
    if (address === undefined) return this.write(children, format);
    return this.#linked(address, children, format, properties.title);
  }

  /** A link. Word can link text alone, so that a picture inside a link has an address of its own. */
  #linked(
    address: string,
    children: readonly ElementContent[],
    format: RunFormat,
    title: unknown,
  ): XmlElement[] {
    const tip = typeof title === 'string' && title !== '' ? { 'w:tooltip': title } : {};
    const runs: XmlElement[] = [];
    let text: ElementContent[] = [];
    const endText = () => {
      const inside = this.write(text, { ...format, linked: true });
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

  /** A picture that the site serves; for any other, a link to it. */
  #picture(element: Element, target?: string): XmlElement {
    const address = absoluteAddress(element.properties.src, this.base);
    const alt = altOf(element);
    if (address === undefined) return run(alt);
    const picture = this.pictures.get(address);
    if (picture === undefined) {
      // Inside a link the text leads to the link's target. The picture's own address is then the tooltip.
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

/** Collapses white space as browsers do. An ideographic space is no such white space. */
function withoutLineBreaks(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ');
}
