import type { Html, Parents } from 'mdast';
import type { Edit } from '#lib/content/faults/diagnostics.ts';
import { isWebAddress, withoutTracking } from '#lib/content/prose/links.ts';
import { readHtml } from './read-html.ts';

const TAG = /^<(\/?)([a-z][a-z0-9]*)\b/i;
/** The marks of Markdown for tags that have one. All other tags only change how the text looks. */
const MARKS: Record<string, string> = { b: '**', strong: '**', i: '*', em: '*' };
/** Tags that change the meaning of their text: it is raised, struck, a reading, a formula or embedded. */
const MEANT = /^(?:sup|sub|del|s|strike|ruby|video|audio|iframe|object|math)$/;
/** An attribute by which a tag may hide or strike its text. */
const STYLED = /\s(?:style\s*=|hidden\b)/i;
const OTHERS =
  /^(?:a|abbr|big|cite|code|dfn|div|center|font|ins|kbd|mark|p|q|samp|small|span|time|tt|u|var|wbr)$/;

/**
 * Finds the HTML tags inside a paragraph, a heading or a cell, and returns the edits of the text that replace them by
 * Markdown. A tag without its other half is removed. A name that HTML does not know stays.
 * @param name what the text is called in messages
 * @param report takes notices
 */
export function readInlineTags(
  node: Parents,
  text: string,
  name: string,
  report: (notices: readonly string[]) => void,
): Edit[] {
  const edits: Edit[] = [];
  const open: { tag: string; edit: Edit; value: string }[] = [];
  const isCell = node.type !== 'paragraph';
  for (const child of node.children) {
    if (child.type !== 'html') {
      if ('children' in child) edits.push(...readInlineTags(child, text, name, report));
      continue;
    }
    const [, slash, tagName] = TAG.exec(child.value) ?? [];
    const tag = tagName?.toLowerCase() ?? '';
    const edit = { ...spanOf(child), text: '' };
    if (tag === 'br') edit.text = isCell ? ' ' : breakAfter(child, text);
    else if (tag === 'img') edit.text = readHtml(child.value, name).markdown.trim();
    else if (MARKS[tag] === undefined && !MEANT.test(tag) && !OTHERS.test(tag)) continue;
    else if (slash === '') open.push({ tag, edit, value: child.value });
    else {
      const at = open.findLastIndex((each) => each.tag === tag);
      const [start] = at === -1 ? [] : open.splice(at);
      if (start !== undefined && (MEANT.test(tag) || STYLED.test(start.value))) {
        // It is read like a page, tags and all. One edit replaces the whole.
        const page = readHtml(text.slice(start.edit.start, edit.end), name);
        report(page.notices);
        start.edit.end = edit.end;
        start.edit.text = page.markdown.trim();
        continue;
      }
      if (start !== undefined && text.slice(start.edit.end, edit.start).trim() !== '')
        [start.edit.text, edit.text] = marksFor(tag, hrefOf(start.value));
    }
    edits.push(edit);
  }
  return edits;
}

function marksFor(tag: string, href: string): [start: string, end: string] {
  if (tag === 'a' && isWebAddress(href)) return ['[', `](${withoutTracking(href)})`];
  const mark = MARKS[tag] ?? '';
  return [mark, mark];
}

/** A `br` separates paragraphs in an import. The new line keeps the indent of its list or quote. */
function breakAfter(node: Html, text: string): string {
  const column = node.position?.start.column ?? 1;
  const start = (node.position?.start.offset ?? 0) - column + 1;
  const indent =
    /^(?:[ \t]|[-*+] |\d{1,9}[.)] |> ?)*/.exec(text.slice(start, start + column))?.[0] ?? '';
  const blank = indent.replace(/[^> \t]/g, ' ');
  return `\n${blank.trimEnd()}\n${blank}`;
}

function hrefOf(tag: string): string {
  const [, double, single, bare] =
    /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag) ?? [];
  return (double ?? single ?? bare ?? '').replaceAll('&amp;', '&').trim();
}

function spanOf({ position }: Html): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
