import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Point } from 'unist';
import { isCorrection } from '../correction.ts';
import type { Diagnostics } from '../faults/diagnostics.ts';
import type { Attribution, Source } from '../issue.ts';
import { blockText, inlineText } from '../markdown/markdown.ts';
import { sourceBrackets } from '../markdown/tree/brackets.ts';
import { InlineText, OPAQUE } from '../markdown/tree/inline.ts';
import type { NameIndex } from '../names.ts';
import { readSources } from './source-list.ts';
import { BRACKET_LABEL, LINE_LABEL, SOURCE_LABEL } from './source-words.ts';

const LINE = new RegExp(String.raw`^\s*${LINE_LABEL}\s*`, 'i');
const LABELLED = new RegExp(String.raw`^[\s（(]*${BRACKET_LABEL}`, 'i');
/**
 * A source where none may stand: at the start of a line, after the end of a sentence, or in brackets of any kind.
 * `数据来源：` is an ordinary word. The white space before it excludes line ends: `^` matches after each of them.
 */
const MISPLACED = new RegExp(
  String.raw`^[^\S\r\n\u2028\u2029]*${SOURCE_LABEL}|(?<=[。！？；;.!?\s）)】\]])${SOURCE_LABEL}|[【［〔[]\s{0,9}${BRACKET_LABEL}|[（(]\s*${BRACKET_LABEL}[^（()）\n]*[）)]`,
  'im',
);

/**
 * Reads the attribution at the end of an item, a last line `来源：…` or a trailing `（来源：…）`, and returns it with the
 * body, which is all the rest. Half- and full-width colons and brackets are equal.
 */
export function takeAttribution(
  item: { title: string; start: Point; blocks: RootContent[] },
  sources: NameIndex<Source>,
  diagnostics: Diagnostics,
): { attributions: Attribution[]; body: RootContent[] } {
  const body = [...item.blocks];
  const corrections: RootContent[] = [];
  for (let last = body.at(-1); last !== undefined; last = body.at(-1)) {
    if (last.type === 'thematicBreak') body.pop();
    else if (isCorrection(last)) corrections.unshift(...body.splice(-1));
    else break;
  }
  const paragraph = lastParagraph(body);
  const span = paragraph && findAttribution(paragraph, diagnostics);
  if (paragraph === undefined || span === undefined) {
    // An empty item has its own fault, `item-empty`. A second one for the source would say the same.
    if (item.blocks.length > 0) reportMissing(item, diagnostics);
    return { attributions: [], body: item.blocks };
  }
  const { inline, start, from, to } = span;
  paragraph.children = inline.slice(0, start);
  removeEmpty(body);
  // A source in the body mostly means that the title of the next item was not recognised.
  for (const block of body) {
    if (MISPLACED.test(blockText([block]))) reportMisplaced(block, diagnostics);
  }
  const attributions = readSources(inline, from, to, sources, diagnostics);
  if (corrections[0] !== undefined) {
    const reason =
      'Unexpected correction after the source, expected 来源 as the last line of the item';
    diagnostics.report('attribution-malformed', reason, corrections[0]);
  }
  return { attributions, body: [...body, ...corrections] };
}

/** Where an attribution stands in a paragraph: it begins at `start`, and its sources stand from `from` to `to`. */
type AttributionSpan = { inline: InlineText; start: number; from: number; to: number };

/** Finds the attribution that a paragraph is or ends with. */
export function findAttribution(
  paragraph: Paragraph,
  diagnostics: Diagnostics,
): AttributionSpan | undefined {
  const inline = new InlineText(unwrapEmphasis(paragraph.children), diagnostics);
  const end = inline.text.trimEnd().length;
  return findLine(inline, end) ?? findBracket(inline, end, diagnostics);
}

/** The last line, or the whole paragraph, if it begins with a word such as 来源 and a colon. */
function findLine(inline: InlineText, end: number): AttributionSpan | undefined {
  const lineStarts = [0, lastBreak(inline, end) + 1];
  for (const lineStart of lineStarts) {
    const match = LINE.exec(inline.text.slice(lineStart, end));
    if (match === null) continue;
    const start = inline.text.slice(0, Math.max(0, lineStart - 1)).trimEnd().length;
    return {
      inline,
      start: lineStart === 0 ? 0 : start,
      from: lineStart + match[0].length,
      to: end,
    };
  }
  return undefined;
}

/** The bracket with 来源 that ends the paragraph. Only closing brackets and punctuation may follow it. */
function findBracket(
  inline: InlineText,
  end: number,
  diagnostics: Diagnostics,
): AttributionSpan | undefined {
  const { text } = inline;
  for (const { start: open, from, close } of sourceBrackets(text, end)) {
    const after = text.slice(close + 1, end);
    if (/[^）)。．.；;，,\s]/.test(after)) continue;
    if (after !== '') {
      const reason = `Unexpected \`${after.trim()}\` after the source, expected the item to end there`;
      diagnostics.report('attribution-malformed', reason, inline.offsetAt(close + 1));
    }
    return { inline, start: text.slice(0, open).trimEnd().length, from, to: close };
  }
  return undefined;
}

/** The index of the last line break before `end`, -1 if there is none. */
function lastBreak(inline: InlineText, end: number): number {
  for (let index = end - 1; index >= 0; index -= 1) {
    const char = inline.text.charAt(index);
    if (char === '\n') return index;
    if (char === OPAQUE && inline.opaqueAt(index)?.type === 'break') return index;
  }
  return -1;
}

/** Replaces emphasis around an attribution, **来源：证券日报**, by its children: the emphasis has no meaning here. */
function unwrapEmphasis(children: PhrasingContent[]): PhrasingContent[] {
  return children.flatMap((child) => {
    const isEmphasis = child.type === 'strong' || child.type === 'emphasis';
    return isEmphasis && LABELLED.test(inlineText([child]))
      ? unwrapEmphasis(child.children)
      : [child];
  });
}

/** The paragraph that ends an item. It may be the last one of a list or a quote. */
export function lastParagraph(blocks: readonly RootContent[]): Paragraph | undefined {
  const last = blocks.at(-1);
  if (last?.type === 'paragraph') return last;
  if (last?.type === 'list' || last?.type === 'listItem' || last?.type === 'blockquote') {
    return lastParagraph(last.children);
  }
  return undefined;
}

/** Removes the last block if it is empty once the attribution is taken, and the list or quote that it leaves empty. */
function removeEmpty(blocks: RootContent[]): void {
  const last = blocks.at(-1);
  if (last?.type === 'list' || last?.type === 'listItem' || last?.type === 'blockquote') {
    const children: RootContent[] = last.children;
    removeEmpty(children);
    if (children.length === 0) blocks.pop();
  } else if (last?.type === 'paragraph' && last.children.length === 0) blocks.pop();
}

function reportMissing(
  item: { title: string; start: Point; blocks: RootContent[] },
  diagnostics: Diagnostics,
): void {
  const misplaced = item.blocks.find((block) => {
    const text = blockText([block]);
    return LINE.test(text) || sourceBrackets(text, text.length).length > 0;
  });
  if (misplaced !== undefined) reportMisplaced(misplaced, diagnostics);
  else {
    const reason = `Unexpected item “${item.title}” without a source, expected a last line 来源：… or （来源：…）`;
    diagnostics.report('attribution-missing', reason, item.start);
  }
}

function reportMisplaced(block: RootContent, diagnostics: Diagnostics): void {
  const reason =
    'Unexpected source inside the item, expected it at the end, and ### or 【】 before the next title';
  diagnostics.report('attribution-malformed', reason, block);
}
