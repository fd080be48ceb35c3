import { hex } from 'dingbat-to-unicode';
import type { ElementContent } from 'hast';
import type { Notices } from '../notices.ts';
import { elementOf } from './element.ts';
import { type MarkedNode, nestMarks, type TextMark } from './marks.ts';
import { fieldAddress, isSeenField } from './runs.ts';
import type { Styles, TextStyle } from './styles.ts';
import { childOf, findAll, isElement, textOf, valOf, type Xml } from './xml.ts';

/** A field that spans runs, and perhaps paragraphs. `link` is the mark of what it shows, where it is a link. */
type Field = { instruction: string; start: Xml; hasResult: boolean; link?: TextMark | undefined };

/** The contents of a paragraph: its text and pictures, and the text boxes that are anchored in it. */
export type ParagraphContent = { nodes: ElementContent[]; boxes: Xml[] };

/**
 * Reads the text of paragraphs. One reader reads the whole document in order: a field may begin in one paragraph and
 * end in another.
 */
export class InlineReader {
  readonly #fields: Field[] = [];

  /** @param addressOf gives the address of the picture in a part */
  constructor(
    readonly styles: Styles,
    readonly addressOf: (part: string) => string,
    readonly notices: Notices,
  ) {}

  read(children: Xml['children'], style: string | undefined): ParagraphContent {
    const pieces: MarkedNode[] = [];
    const boxes: Xml[] = [];
    const look = this.styles.textStyleOf(undefined, style);
    const visit = (node: Xml, marks: TextMark[], links: TextMark[]): void => {
      const push = (piece: ElementContent) => {
        const link = links.at(-1) ?? this.#fields.findLast((field) => field.link)?.link;
        pieces.push({ node: piece, marks: link === undefined ? marks : [...marks, link] });
      };
      const text = (value: string) => push({ type: 'text', value });
      const { name, attributes } = node;
      if (name === 'w:r') {
        const own = childOf(node, 'w:rPr');
        const inside = own === undefined ? marks : marksOf(this.styles.textStyleOf(own, style));
        for (const child of node.children.filter(isElement)) visit(child, inside, links);
      } else if (name === 'a') {
        const link = linkMark(attributes.href ?? '', attributes.title);
        for (const child of node.children.filter(isElement)) visit(child, marks, [...links, link]);
      } else if (name === 'w:t') text(textOf(node));
      else if (name === 'w:tab') text('\t');
      else if (name === 'w:noBreakHyphen') text('\u2011');
      else if (name === 'w:sym') text(this.#symbol(node));
      else if (name === 'w:br') push(elementOf('br'));
      else if (name === 'img') push(this.#picture(node));
      else if (name === 'w:pict') boxes.push(node);
      else if (name === 'w:fldChar') text(this.#field(node));
      else if (name === 'w:instrText') {
        const field = this.#fields.at(-1);
        if (field?.hasResult === false) field.instruction += textOf(node);
      }
    };
    for (const child of children.filter(isElement)) visit(child, marksOf(look), []);
    return {
      nodes: nestMarks(pieces.filter(({ node }) => node.type !== 'text' || node.value !== '')),
      boxes,
    };
  }

  #picture({ attributes: { part = '', alt, title } }: Xml): ElementContent {
    const properties = { src: this.addressOf(part), alt: alt ?? '' };
    return elementOf('img', [], title ? { ...properties, title } : properties);
  }

  /** The character of a `w:sym`, which names a font of symbols (ECMA-376-1, 17.3.3.30). */
  #symbol({ attributes }: Xml): string {
    const { 'w:font': font = '', 'w:char': char = '' } = attributes;
    const symbol = hex(font, char) ?? hex(font, char.replace(/^F0(?=..$)/i, ''));
    if (symbol === undefined) {
      this.notices.add('A symbol was left out: type in a character for it', `${char}, ${font}`);
    }
    return symbol?.string ?? '';
  }

  /**
   * Reads a `w:fldChar`, which begins a field, ends its instruction or ends it.
   * @returns what to show for a field that Word has stored no result of; else nothing
   */
  #field(mark: Xml): string {
    const type = mark.attributes['w:fldCharType'];
    const field = this.#fields.at(-1);
    if (type === 'begin') this.#fields.push({ instruction: '', start: mark, hasResult: false });
    else if (type === 'separate' && field !== undefined) {
      field.hasResult = true;
      const url = fieldAddress(field.instruction);
      field.link = url === undefined ? undefined : linkMark(url);
    } else if (type === 'end' && this.#fields.pop()?.hasResult === false) {
      return field === undefined ? '' : this.#unshown(field);
    }
    return '';
  }

  /** What a form field without a result shows (ECMA-376-1, 17.16.7 and 17.16.9); other fields are reported. */
  #unshown({ instruction, start }: Field): string {
    const [box] = findAll(start, 'w:checkBox');
    const state = childOf(box, 'w:checked') ?? childOf(box, 'w:default');
    if (box !== undefined) {
      const isChecked =
        state !== undefined && !/^(0|false|off)$/.test(state.attributes['w:val'] ?? '');
      return isChecked ? '☑' : '☐';
    }
    const [list] = findAll(start, 'w:ddList');
    const chosen = findAll(start, 'w:listEntry')[Number(valOf(list, 'w:result') ?? 0)];
    if (chosen !== undefined) return chosen.attributes['w:val'] ?? '';
    if (isSeenField(instruction)) {
      this.notices.add('A field without a result was left out: type in what it shows', instruction);
    }
    return '';
  }
}

function linkMark(href: string, title?: string): TextMark {
  return { tagName: 'a', properties: title ? { href, title } : { href } };
}

const MARKS = {
  em: { tagName: 'em', properties: {} },
  strong: { tagName: 'strong', properties: {} },
  code: { tagName: 'code', properties: {} },
  struck: { tagName: 's', properties: {} },
  hidden: { tagName: 'span', properties: { hidden: true } },
} satisfies Record<string, TextMark>;
const SCRIPTS = {
  sub: { tagName: 'sub', properties: {} },
  sup: { tagName: 'sup', properties: {} },
} satisfies Record<string, TextMark>;
const NAMES = ['hidden', 'struck', 'em', 'strong', 'code'] as const;

function marksOf(look: TextStyle): TextMark[] {
  const marks: TextMark[] = NAMES.filter((name) => look[name]).map((name) => MARKS[name]);
  // A mark of its own for each: neighbouring pictures must not share an element.
  if (look.pictured) marks.push({ tagName: 'picture', properties: {} });
  return look.script === undefined ? marks : [...marks, SCRIPTS[look.script]];
}
