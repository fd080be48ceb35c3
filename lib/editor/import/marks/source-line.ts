import type { Paragraph, PhrasingContent } from 'mdast';
import {
  BRACKET_LABEL,
  LINE_LABEL,
  SOURCE_LABEL,
  SOURCE_WORD,
} from '#lib/content/attribution/source-words.ts';
import { inlineText } from '#lib/content/markdown/markdown.ts';
import { InlineText, type Locator } from '#lib/content/markdown/tree/inline.ts';

/** Where in a paragraph an attribution starts, and from where to where its sources stand. */
type LooseSource = { inline: InlineText; start: number; from: number; to: number };

const LINE = new RegExp(String.raw`^(?:${LINE_LABEL}|${SOURCE_WORD}\s*[|｜丨])`, 'i');
const START = new RegExp(String.raw`^[（(【[［]?\s*${SOURCE_LABEL}`, 'i');

/** Whether a line begins like an attribution on a line of its own. */
export function isSourceLine(line: string): boolean {
  return LINE.test(line);
}

/** Whether a line begins with a label of sources, in a bracket or not. */
export function isSourceStart(line: string): boolean {
  return START.test(line);
}

const WORD = new RegExp(String.raw`${SOURCE_WORD}\s*[:：|｜丨]`, 'gi');
const LABELLED = new RegExp(String.raw`^${SOURCE_LABEL}\s*`, 'i');
const BARRED = new RegExp(String.raw`^${SOURCE_WORD}\s*[|｜丨]\s*(?=\S)`, 'i');
const LONGEST = 40;

/**
 * Finds an attribution that is a paragraph or ends one, in a form that pages have and issues do not: 【来源：证券日报】,
 * `[来源：证券日报]`, 来源｜证券日报, 正文。来源：证券日报.
 */
export function findLooseSource(paragraph: Paragraph, locator: Locator): LooseSource | undefined {
  const inline = new InlineText(unwrapLast(paragraph.children), locator);
  const text = inline.text.trimEnd();
  const index = Array.from(text.matchAll(WORD)).at(-1)?.index;
  if (index === undefined) return undefined;
  const before = text.slice(0, index).trimEnd();
  const behind = text.slice(index);
  const label = LABELLED.exec(behind)?.[0];
  const from = index + (label?.length ?? 0);
  if (label === undefined) {
    const bar = BARRED.exec(behind)?.[0];
    if (bar === undefined || before !== '') return undefined;
    return { inline, start: 0, from: index + bar.length, to: text.length };
  }
  const end = text.replace(/[。.]$/, '').length;
  if (/[【[［]$/.test(before) && /^[^【】[\]［］\n]*[】\]］]$/.test(text.slice(from, end))) {
    return { inline, start: before.slice(0, -1).trimEnd().length, from, to: end - 1 };
  }
  // After the last sentence, on its line and without brackets.
  const isShort = end > from && end - from <= LONGEST;
  if (
    !isShort ||
    !/[。！？”）)]$/.test(before) ||
    /[。！？，,（）()\n]/.test(text.slice(from, end))
  )
    return undefined;
  return { inline, start: before.length, from, to: end };
}

const EMPHASISED = new RegExp(String.raw`^[\s【[［]*${SOURCE_WORD}\s*[:：|｜丨]`, 'i');

/** The nodes of a paragraph without the emphasis around an attribution at its end. */
function unwrapLast(children: PhrasingContent[]): PhrasingContent[] {
  const last = children.at(-1);
  const isEmphasis = last?.type === 'strong' || last?.type === 'emphasis';
  return isEmphasis && EMPHASISED.test(inlineText([last]))
    ? [...children.slice(0, -1), ...unwrapLast(last.children)]
    : children;
}

const OPENED = new RegExp(String.raw`[（(【[［]\s{0,9}${BRACKET_LABEL}`, 'gi');
const LONGEST_BRACKET = 200;

/**
 * The index of the opening bracket of a source at the end of a line; -1 where there is none. The source may have
 * brackets in it.
 */
export function trailingSourceAt(line: string): number {
  const text = line.trimEnd();
  for (const { index } of text.matchAll(OPENED)) {
    if (text.length - index > LONGEST_BRACKET) continue;
    let depth = 0;
    let close = index;
    for (; close < text.length; close += 1) {
      if ('（(【[［'.includes(text.charAt(close))) depth += 1;
      if ('）)】]］'.includes(text.charAt(close))) depth -= 1;
      if (depth === 0) break;
    }
    if (/^.[。.；;]?$/.test(text.slice(close))) return index;
  }
  return -1;
}
