import type { Blockquote, Code, List, Nodes, Parents } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Diagnostics } from '../faults/diagnostics.ts';
import { endsOpenBlock } from '../markdown/syntax/opening-lines.ts';
import type { SourceText } from './source-text.ts';

/** Markup of other systems that this format does not have: what it is called, and what to type instead. */
const FOREIGN: readonly [pattern: RegExp, what: string, expected: string][] = [
  [
    /(?<!\\)\[[^[\]\n]+\]\[(?!\d+\])[^[\]\n]+\]/gu,
    'link without a definition',
    '[text](https://…)',
  ],
  [
    /^\[(?!\^)[^\]\n]+\]:[ \t]*<?(?:https?:|mailto:|\/)\S*/giu,
    'definition that no link uses',
    'none',
  ],
  [/(?<!\\)\[\^[^[\]\s]+\]/gu, 'footnote', 'its text in （） where it belongs'],
  [/(?<!\\)~~(?=\S)[^~\n]+~~/gu, 'struck text', 'the text without it'],
  [/(?<!\\)==(?=\S)[^=\n]+==/gu, 'highlighting', '**bold**'],
  [/^\[[ xX]\][ \t]/gu, 'check box', 'words'],
  [/(?<!\\)!?\[\[[^[\]\n]+\]\]/gu, 'link to a note', '[text](https://…)'],
  [/^\[![a-zA-Z]+\]/gu, 'kind of a quote', 'words'],
  [/^\[toc\][ \t]*$/giu, 'contents list', 'no line: the page makes one'],
  [
    /(?<![\\\p{N}\p{Script=Latin}])\*\*(?=\S)[^*\n]+\*\*|(?<![\\*\p{L}\p{N}])\*(?=[^\s*])[^*\n]*[^\s*]\*(?!\*)/gu,
    'emphasis',
    '**bold** with a blank or a mark of punctuation around it',
  ],
];

/** A character without which a text has none of this markup: most have none, and ten patterns take a while. */
const MARK = /[[~=*>]/;

/** Reports, in the text of a block, markup of other systems, which is shown as typed. */
export function checkMarkup({ text, offsetAt }: SourceText, diagnostics: Diagnostics): void {
  if (!MARK.test(text)) return;
  for (const [pattern, what, expected] of FOREIGN) {
    for (const { 0: typed, index } of text.matchAll(pattern)) {
      const reason = `Unexpected ${what} \`${typed}\`, which is shown as typed, expected ${expected}`;
      diagnostics.report('markup-unread', reason, offsetAt(index));
    }
  }
  for (const { index } of text.matchAll(/(?:^|\n)[ \t\u3000]*>+(?![>\s])/g)) {
    const reason =
      'Unexpected `>` without a blank, which is shown as typed, expected `> ` at a quote';
    diagnostics.report('quote-without-blank', reason, offsetAt(text.indexOf('>', index)));
  }
}

/** Reports what a list, a quote or a block of code takes in or changes, other than an editor would expect. */
export function checkBlock(
  node: Nodes,
  parent: Parents | undefined,
  diagnostics: Diagnostics,
): void {
  if (node.type === 'list') checkNumbers(node, diagnostics);
  if (node.type === 'code') checkCode(node, diagnostics);
  // The lines of a list in a quote are those of the quote.
  const isOutermost = parent?.type === 'root';
  if (isOutermost && (node.type === 'list' || node.type === 'blockquote'))
    checkLinesTakenIn(node, diagnostics);
}

function checkCode(code: Code, diagnostics: Diagnostics): void {
  const line = code.value.split('\n').find((each) => endsOpenBlock(each) || /^#{1,3} /.test(each));
  if (line === undefined) return;
  const reason = `Unexpected item or heading “${line.trim().slice(0, 20)}” inside a block of code, expected a line of \`\`\` before it`;
  diagnostics.report('item-in-code', reason, code);
}

/** Text right below a list or quote belongs to it, says Markdown. An editor may have meant a paragraph. */
function checkLinesTakenIn(container: List | Blockquote, diagnostics: Diagnostics): void {
  const ownLine = container.type === 'list' ? /^\s/ : /^\s*>/;
  const what = container.type === 'list' ? 'list' : 'quote';
  visit(container, 'paragraph', ({ position }) => {
    const [start = 0, end = 0] = [position?.start.offset, position?.end.offset];
    for (const { index } of diagnostics.text.slice(start, end).matchAll(/\n(?=[^\r\n])/g)) {
      const lineStart = start + index + 1;
      if (ownLine.test(diagnostics.text.slice(lineStart, lineStart + LONGEST_INDENT))) continue;
      const reason = `Unexpected text right below a ${what}, which is shown as part of it, expected a blank line between them`;
      diagnostics.report('line-taken-in', reason, lineStart);
      return;
    }
  });
}

/** As many characters of a line as tell whether it is indented or quoted: nesting ends at 16 levels. */
const LONGEST_INDENT = 64;

/** A list is shown with numbers in order, whatever was typed. To type `1.` before each entry is a habit, and no fault. */
function checkNumbers(list: List, diagnostics: Diagnostics): void {
  if (!list.ordered) return;
  const typed = list.children.map((entry) => Number(numberOf(entry, diagnostics.text)));
  if (typed.every((number) => number === typed[0])) return;
  const wrong = typed.findIndex((number, index) => number !== (typed[0] ?? 0) + index);
  const entry = list.children[wrong];
  if (entry === undefined) return;
  const shown = (typed[0] ?? 0) + wrong;
  const reason = `Unexpected number ${typed[wrong]} in a list, which is shown as ${shown}, expected the numbers in order`;
  diagnostics.report('list-number', reason, entry);
}

function numberOf({ position }: Nodes, text: string): string {
  const start = position?.start.offset ?? 0;
  return /^\d+/.exec(text.slice(start, start + 9))?.[0] ?? '';
}
