import { isWebAddress } from '#lib/content/prose/links.ts';
import type { Surroundings } from './flatten.ts';
import { linkRuns, textRun } from './runs.ts';
import { findAll, isElement, textOf, type Xml, xml } from './xml.ts';

/** The pictures and the text boxes of a drawing, however they are grouped (DrawingML and VML). */
export class Graphics {
  constructor(
    readonly around: Surroundings,
    readonly flatten: (nodes: Xml['children']) => Xml[],
  ) {}

  read(node: Xml, alt = ''): Xml[] {
    const { name, attributes, children } = node;
    switch (name) {
      case 'mc:AlternateContent':
        return chooseContent(node).flatMap((each) => this.read(each, alt));
      // As a w:pict the converter puts it behind the paragraph in which it is anchored.
      case 'w:txbxContent':
        return [xml('w:pict', {}, ...this.flatten(children))];
      case 'v:textpath':
        return [xml('w:pict', {}, xml('w:p', {}, textRun(attributes.string ?? '')))];
      case 'a:blip':
        return this.#picture(attributes['r:embed'], attributes['r:link'], alt);
      case 'v:imagedata':
        return this.#picture(
          attributes['r:id'],
          attributes['r:href'],
          attributes['o:title'] || alt,
        );
      case 'c:chart':
      case 'cx:chart':
        this.around.told.add('A chart was left out: save it as a picture', alt);
        return [];
      case 'dgm:relIds':
        this.around.told.add('A diagram (SmartArt) was left out: save it as a picture', alt);
        return [];
      default: {
        const told = altOf(node) || alt;
        return children.filter(isElement).flatMap((child) => this.read(child, told));
      }
    }
  }

  #picture(embedded: string | undefined, linked: string | undefined, alt: string): Xml[] {
    const { relationships, told } = this.around;
    if (embedded !== undefined && relationships.get(embedded)?.part !== undefined) {
      const blip = xml('a:blip', { 'r:embed': embedded });
      const picture = xml('pic:pic', {}, xml('pic:blipFill', {}, blip));
      const graphic = xml('a:graphic', {}, xml('a:graphicData', {}, picture));
      return [xml('w:drawing', {}, xml('wp:inline', {}, xml('wp:docPr', { descr: alt }), graphic))];
    }
    const url = linked === undefined ? undefined : relationships.get(linked)?.url;
    if (url !== undefined && isWebAddress(url)) return linkRuns(url, [textRun(alt || '图片')]);
    told.add('A picture is not in the document: put it in again', alt);
    return alt === '' ? [] : [textRun(alt)];
  }
}

function altOf({ name, attributes, children }: Xml): string {
  if (name.startsWith('v:')) return attributes.alt ?? '';
  const properties = children.find(
    (child): child is Xml =>
      typeof child !== 'string' && /^(wp:docPr|pic:nvPicPr)$/.test(child.name),
  );
  const { descr, title } =
    (properties?.name === 'pic:nvPicPr'
      ? findAll(properties, 'pic:cNvPr')[0]?.attributes
      : properties?.attributes) ?? {};
  return descr?.trim() || title || '';
}

/**
 * That of the alternatives for newer and older programs which holds most: of a text box they are the
 * same, of a new kind of chart one is a picture.
 */
export function chooseContent({ children }: Xml): Xml[] {
  const alternatives = children.filter(isElement);
  const [best] = alternatives
    .map(({ children: inside }) => {
      const all = xml('', {}, ...inside);
      const letters = findAll(all, 'w:t', 'm:t').map(textOf).join('').length;
      return { inside, size: letters + findAll(all, 'a:blip', 'v:imagedata').length };
    })
    .sort((one, other) => other.size - one.size);
  return best?.inside.filter(isElement) ?? [];
}
