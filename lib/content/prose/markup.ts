import type { Blockquote, Code, List, Nodes, Parents } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Diagnostics } from '../faults/diagnostics.ts';
import { endsOpenBlock } from '../markdown/syntax/opening-lines.ts';
import type { WrittenText } from './written-text.ts';

/** Markup of other systems that this format does not have: its name, and what to write instead. */
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
  [/(?<!\\)~~(?=\S)[^~\n]+~~/gu, 'strikethrough', 'the text without it'],
  [/(?<!\\)==(?=\S)[^=\n]+==/gu, 'highlighting', '**bold**'],
  [/^\[[ xX]\][ \t]/gu, 'check box', 'words'],
  [/(?<!\\)!?\[\[[^[\]\n]+\]\]/gu, 'link to a note', '[text](https://…)'],
  [/^\[![a-zA-Z]+\]/gu, 'label of a quote', 'words'],
  [/^\[toc\][ \t]*$/giu, 'table of contents', 'no such line: the page makes one'],
  [
    /(?<![\\\p{N}\p{Script=Latin}])\*\*(?=\S)[^*\n]+\*\*|(?<![\\*\p{L}\p{N}])\*(?=[^\s*])[^*\n]*[^\s*]\*(?!\*)/gu,
    'emphasis',
    '**bold** with a space or a punctuation mark around it',
  ],
];

/**
 * A text without these characters has none of this markup. Most have none, and this test is faster than ten patterns.
 */
const MARKUP_CHARACTER = /[[~=*>]/;

/** Reports markup of other systems in the text of a block. Pages show it as it is typed. */
export function checkMarkup({ text, offsetAt }: WrittenText, diagnostics: Diagnostics): void {
  if (!MARKUP_CHARACTER.test(text)) return;
  for (const [pattern, what, expected] of FOREIGN) {
    for (const { 0: markup, index } of text.matchAll(pattern)) {
      const reason = `Unexpected ${what} \`${markup}\`, which is shown as typed, expected ${expected}`;
      diagnostics.report('markup-unread', reason, offsetAt(index));
    }
  }
  for (const { index } of text.matchAll(/(?:^|\n)[ \t\u3000]*>+(?![>\s])/g)) {
    const reason =
      'Unexpected `>` without a space after it, which is shown as typed, expected `> ` before a quote';
    diagnostics.report('quote-without-blank', reason, offsetAt(text.indexOf('>', index)));
  }
}

/** Reports where a list, a quote or a block of code contains or changes text that its editor did not mean it to. */
export function checkBlock(
  node: Nodes,
  parent: Parents | undefined,
  diagnostics: Diagnostics,
): void {
  if (node.type === 'list') checkNumbers(node, diagnostics);
  if (node.type === 'code') checkCode(node, diagnostics);
  // The lines of a list in a quote are checked with the quote.
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

/** In Markdown, text right below a list or quote belongs to it. The editor may have meant a new paragraph. */
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

/** Enough characters of a line to see whether it is indented or quoted: at most 16 levels are nested. */
const LONGEST_INDENT = 64;

/** Pages number a list in order, whatever is typed. `1.` before each entry is common in Markdown, and no fault. */
function checkNumbers(list: List, diagnostics: Diagnostics): void {
  if (!list.ordered) return;
  const numbers = list.children.map((entry) => Number(numberOf(entry, diagnostics.text)));
  if (numbers.every((number) => number === numbers[0])) return;
  const wrong = numbers.findIndex((number, index) => number !== (numbers[0] ?? 0) + index);
  const entry = list.children[wrong];
  if (entry === undefined) return;
  const shown = (numbers[0] ?? 0) + wrong;
  const reason = `Unexpected number ${numbers[wrong]} in a list, which is shown as ${shown}, expected the numbers in order`;
  diagnostics.report('list-number', reason, entry);
}

function numberOf({ position }: Nodes, text: string): string {
  const start = position?.start.offset ?? 0;
  return /^\d+/.exec(text.slice(start, start + 9))?.[0] ?? '';
}
