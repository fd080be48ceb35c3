import { isWebAddress } from '#lib/content/prose/links.ts';
import { linkRuns, textRun } from './runs.ts';
import type { Surroundings } from './surroundings.ts';
import { readPart } from './unpack.ts';
import { childOf, findAll, isElement, textOf, type Xml, xml } from './xml.ts';

/** The description and the title of the pictures in a drawing, and where they link to. */
type About = { alt: string; title?: string | undefined; href?: string | undefined };

/** Reads the pictures and the text boxes of a drawing, however they are grouped (DrawingML and VML). */
export class Graphics {
  constructor(
    readonly around: Surroundings,
    readonly flatten: (nodes: Xml['children']) => Xml[],
  ) {}

  read(node: Xml, about: About = { alt: '' }): Xml[] {
    const { name, attributes, children } = node;
    const { notices } = this.around;
    if (isHidden(node)) {
      notices.add('A hidden drawing was left out', this.#about(node, about).alt || letters(node));
      return [];
    }
    switch (name) {
      case 'mc:AlternateContent':
        return chooseContent(node).flatMap((each) => this.read(each, about));
      // A w:pict stands after the paragraph in which it is anchored.
      case 'w:txbxContent':
        return [xml('w:pict', {}, ...this.flatten(children))];
      case 'v:textpath':
        return [box(attributes.string ?? '')];
      case 'a:p':
        return [box(findAll(node, 'a:t').map(textOf).join(''))];
      case 'a:blip':
        return [
          ...this.#picture(attributes['r:embed'], attributes['r:link'], about),
          ...findAll(node, '?:webVideoPr').flatMap((video) => this.#video(video)),
        ];
      case 'v:imagedata': {
        const alt = attributes['o:title'] || about.alt;
        return this.#picture(attributes['r:id'], attributes['r:href'], { ...about, alt });
      }
      case 'c:chart':
      case 'cx:chart':
        notices.add('A chart was left out: save it as a picture', about.alt);
        return [];
      case 'dgm:relIds':
        notices.add(
          'A diagram (SmartArt) was left out: save it as a picture',
          about.alt || this.#diagramText(attributes['r:dm']),
        );
        return [];
      case 'o:OLEObject':
        notices.add(
          'An embedded object was left out except for its picture: type in what it holds',
          attributes.ProgID,
        );
        return [];
      case 'w:control':
        notices.add('A form control was left out', attributes['w:name']);
        return [];
      default: {
        const inside = this.#about(node, about);
        return children.filter(isElement).flatMap((child) => this.read(child, inside));
      }
    }
  }

  #picture(embedded: string | undefined, linked: string | undefined, about: About): Xml[] {
    const { relationships, notices } = this.around;
    const { alt, title = '', href } = about;
    const part = embedded === undefined ? undefined : relationships.get(embedded)?.part;
    if (part !== undefined) {
      const picture = xml('w:r', {}, xml('img', { part, alt, title: title === alt ? '' : title }));
      return href === undefined ? [picture] : linkRuns(href, [picture]);
    }
    const url = linked === undefined ? undefined : relationships.get(linked)?.url;
    if (url !== undefined && isWebAddress(url)) return linkRuns(url, [textRun(alt || '图片')]);
    notices.add('A picture is missing in the document: insert it again', alt);
    return alt === '' ? [] : [textRun(alt)];
  }

  /** The link to a video of another site, whose frame stands as HTML in the document. */
  #video({ attributes: { embeddedHtml = '' } }: Xml): Xml[] {
    const url = /src="([^"]*)"/i.exec(embeddedHtml)?.[1];
    if (url !== undefined && isWebAddress(url)) return linkRuns(url, [textRun('视频')]);
    this.around.notices.add('A video was left out', embeddedHtml);
    return [];
  }

  #diagramText(id: string | undefined): string {
    const part = id === undefined ? undefined : this.around.relationships.get(id)?.part;
    if (part === undefined) return '';
    return findAll(readPart(this.around.parts, part), 'a:t').map(textOf).join(' ');
  }

  /** What a drawing says of itself; what it does not say is taken from the drawing around it. */
  #about(node: Xml, about: About): About {
    if (node.name.startsWith('v:')) return { ...about, alt: node.attributes.alt || about.alt };
    const properties =
      childOf(node, 'wp:docPr') ?? childOf(childOf(node, 'pic:nvPicPr'), 'pic:cNvPr');
    if (properties === undefined) return about;
    const { descr = '', title } = properties.attributes;
    const link = childOf(properties, 'a:hlinkClick')?.attributes['r:id'];
    return {
      alt: descr.trim() || title || about.alt,
      title: title || about.title,
      href:
        (link === undefined ? undefined : this.around.relationships.get(link)?.url) ?? about.href,
    };
  }
}

/** Whether a drawing (ECMA-376-1, 20.4.2.5) or a shape of VML is hidden. */
function isHidden(node: Xml): boolean {
  const said = childOf(node, 'wp:docPr')?.attributes.hidden ?? '0';
  const style = node.name.startsWith('v:') ? (node.attributes.style ?? '') : '';
  return !/^(0|false)$/.test(said) || /visibility\s*:\s*hidden/i.test(style);
}

function letters(node: Xml): string {
  return findAll(node, 'w:t', 'a:t', 'm:t').map(textOf).join('');
}

function box(text: string): Xml {
  return xml('w:pict', {}, xml('w:p', {}, textRun(text)));
}

/**
 * The alternative that holds most: some content has one for newer and one for older programs. Both hold the text of a
 * text box; for a new kind of chart, one is a picture.
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
