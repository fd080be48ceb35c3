import { type Xml, xml } from './xml.ts';

/** A text as the contents of a paragraph. */
export function textRun(text: string): Xml {
  return xml('w:r', {}, xml('w:t', {}, text));
}

/** Elements of a paragraph as a link: `a` with its `href`, and its `title` if it has one. */
export function linkRuns(href: string, inside: Xml[], title?: string): Xml[] {
  return [xml('a', title === undefined ? { href } : { href, title }, ...inside)];
}

/**
 * The address of a HYPERLINK field (ECMA-376-1, 17.16.5.25); `undefined` for other fields, and for those that lead to
 * a place in their own document.
 */
export function fieldAddress(instruction: string): string | undefined {
  const rest = /^\s*HYPERLINK\s(.*)$/is.exec(instruction)?.[1]?.trimStart();
  if (rest === undefined) return undefined;
  const [, quoted, bare] = /^(?:"([^"]*)"|([^\\\s]\S*))/.exec(rest) ?? [];
  const url = quoted ?? bare;
  if (url === undefined || url === '') return undefined;
  const anchor = /\\l\s+"?([^"\s]+)/i.exec(rest)?.[1];
  return anchor === undefined || url.includes('#') ? url : `${url}#${anchor}`;
}

/** Fields that only mark a place or set a value: Word shows nothing of them (ECMA-376-1, 17.16.5). */
const UNSEEN = /^\s*((XE|TC|TA|RD|SET|ASK|PRIVATE)(\s|$)|$)/i;

/** Whether a field that has no result would show something in Word. */
export function isSeenField(instruction: string): boolean {
  return !UNSEEN.test(instruction);
}
