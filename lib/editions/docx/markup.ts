import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';

/** The format of a run of text. `stressed` puts dots below Chinese characters; `size` is in half points. */
export type RunFormat = {
  bold?: boolean;
  stressed?: boolean;
  code?: boolean;
  linked?: boolean;
  /** The text stands for a picture, to which its link leads. */
  pictured?: boolean;
  size?: number;
};

/** A paragraph (ECMA-376, 17.3.1.22). Pass the properties in the order in which the standard lists them (17.3.1.26). */
export function paragraph(content: ElementContent[], ...properties: Element[]): Element {
  const own = properties.length === 0 ? [] : [x('w:pPr', {}, properties)];
  return x('w:p', {}, [...own, ...content]);
}

/** A paragraph in a style of the document. */
export function styled(style: string, content: ElementContent[]): Element {
  return paragraph(content, value('w:pStyle', style));
}

/** Some text in one format (ECMA-376, 17.3.2.25); every blank in it counts. */
export function run(text: string, format: RunFormat = {}): Element {
  return runOf([x('w:t', { 'xml:space': 'preserve' }, text)], format);
}

/** A run of any content: text, line breaks, a picture. */
export function runOf(content: ElementContent[], format: RunFormat = {}): Element {
  const { bold, stressed, code, linked, pictured, size } = format;
  // A run has one style; dots may be set beside it.
  const style = pictured
    ? 'IssuePicture'
    : code
      ? 'HTMLCode'
      : linked
        ? 'Hyperlink'
        : stressed
          ? 'Emphasis'
          : undefined;
  const properties = [
    ...(style === undefined ? [] : [value('w:rStyle', style)]),
    ...(bold === true ? [x('w:b'), x('w:bCs')] : []),
    ...(size === undefined ? [] : [value('w:sz', size), value('w:szCs', size)]),
    ...(stressed && style !== 'Emphasis' ? [value('w:em', 'dot')] : []),
  ];
  const own = properties.length === 0 ? [] : [x('w:rPr', {}, properties)];
  return x('w:r', {}, [...own, ...content]);
}

/** An element whose only attribute is `w:val`. */
export function value(name: string, val: string | number): Element {
  return x(name, { 'w:val': val });
}
