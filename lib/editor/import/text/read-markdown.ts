import type { Html, Nodes, Parents } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { Diagnostics, type Edit } from '#lib/content/faults/diagnostics.ts';
import { parseMarkdown } from '#lib/content/markdown/markdown.ts';
import { withoutExcess } from '#lib/content/prose/excess.ts';
import { Notices } from '../notices.ts';
import { readInlineTags } from '../page/inline-tags.ts';
import { type ReadDocument, readHtml } from '../page/read-html.ts';
import type { ImportedPicture } from '../pictures/pictures.ts';

/** A tag of an HTML element. Another name in angle brackets is plain text, as in `Vec<String>`. */
const ELEMENT =
  /^<\/?(?:a|abbr|address|article|aside|audio|b|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|kbd|li|main|mark|math|nav|object|ol|p|picture|pre|q|ruby|s|samp|section|small|source|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|video|wbr)(?=[\s/>])/i;

/**
 * Converts the HTML in a Markdown text to Markdown, in the same way as a page. Comments are left out and reported.
 * @param name what the text is called in messages
 */
export function readMarkdown(text: string, name: string): ReadDocument {
  const notices = new Notices();
  const innerNotices: string[] = [];
  const pictures: ImportedPicture[] = [];
  const edits: Edit[] = [];
  visit(parseMarkdown(withoutExcess(text, new Diagnostics('', text))), (node: Nodes) => {
    if (node.type === 'html') {
      const edit = readBlock(node);
      if (edit !== undefined) edits.push(edit);
    } else if ('children' in node && holdsTags(node)) {
      edits.push(...readInlineTags(node, text, name, (left) => innerNotices.push(...left)));
      for (const child of node.children)
        if (child.type === 'html' && isComment(child)) edits.push(leaveOut(child));
      return SKIP;
    }
    return undefined;
  });
  return {
    markdown: applyEdits(text, edits),
    pictures,
    notices: [...notices.list(), ...innerNotices],
  };

  function leaveOut(node: Html): Edit {
    notices.add('A comment was left out', node.value.replace(/^<!--|-->$/g, ''));
    return { ...spanOf(node), text: '' };
  }

  /** The edit that replaces a block of HTML by Markdown between blank lines; `undefined` for one that stays. */
  function readBlock(node: Html): Edit | undefined {
    if (isComment(node) && /^<!--(?:(?!-->)[\s\S])*-->\s*$/.test(node.value)) return leaveOut(node);
    // A comment without an end stays: else all text after it would be left out.
    if (isComment(node) && !node.value.includes('-->')) return undefined;
    if (!ELEMENT.test(node.value) && !isComment(node)) return undefined;
    const read = readHtml(node.value, name);
    pictures.push(...read.pictures);
    innerNotices.push(...read.notices);
    for (const behind of node.value.split('<!--').slice(1)) {
      const end = behind.indexOf('-->');
      if (end !== -1) notices.add('A comment was left out', behind.slice(0, end));
    }
    const indent = ' '.repeat((node.position?.start.column ?? 1) - 1);
    const markdown = read.markdown.trim().replace(/\n(?=[^\n])/g, `\n${indent}`);
    return { ...spanOf(node), text: `\n\n${indent}${markdown}\n\n` };
  }
}

function isComment({ value }: Html): boolean {
  return value.startsWith('<!--');
}

/** Whether a node has tags among its text, in bold and in links too. */
function holdsTags(node: Parents): boolean {
  const isInline =
    node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
  return isInline && node.children.some(holdsTag);
}

function holdsTag(node: Nodes): boolean {
  return node.type === 'html' || ('children' in node && node.children.some(holdsTag));
}

function spanOf({ position }: Html): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let end = 0;
  let read = '';
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < end) continue;
    read += text.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  return read + text.slice(end);
}
