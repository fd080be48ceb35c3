import { diffArrays } from 'diff';

/** A line of a text and what ends it: `\n`, `\r\n`, `\r`, or nothing for the last line. */
type Line = { text: string; end: string };

/** What ends a line, for CodeMirror too. */
const BREAK = /\r\n?|\n/g;

/** Beyond so many changed lines, lines are no longer matched one by one: to find them takes time with the square. */
const MOST_CHANGES = 2000;

/** A text as a browser's editor has it: each line ends with `\n`. */
export function withPlainBreaks(text: string): string {
  return text.replace(BREAK, '\n');
}

/**
 * The edited text with the line breaks of the original: lines that were not edited keep theirs, new ones take that of
 * the line before. The unchanged text becomes the original again, whatever its line breaks are.
 * @param edited with `\n` as its only line break
 */
export function restoreBreaks(original: string, edited: string): string {
  const old = readLines(original);
  const lines = edited.split('\n');
  const common = old[0]?.end || '\n';
  if (old.every(({ end }) => end === common || end === '')) return lines.join(common);
  const ends = matchEnds(old, lines);
  let before = common;
  return lines
    .map((line, index) => {
      if (index === lines.length - 1) return line;
      const own = ends[index] || before;
      // `\r` and `\n` with nothing between them would be one line break.
      if (!(before === '\r' && line === '' && own === '\n' && index > 0)) before = own;
      return line + before;
    })
    .join('');
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { 0: end, index } of text.matchAll(BREAK)) {
    lines.push({ text: text.slice(start, index), end });
    start = index + end.length;
  }
  return [...lines, { text: text.slice(start), end: '' }];
}

/** The line break of each edited line; `''` where none of the old lines is its own. */
function matchEnds(old: readonly Line[], lines: readonly string[]): string[] {
  const most = Math.min(old.length, lines.length);
  let head = 0;
  while (head < most && old[head]?.text === lines[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail)?.text === lines.at(-1 - tail)) tail += 1;
  const endsOf = (part: readonly Line[]) => part.map(({ end }) => end);
  return [
    ...endsOf(old.slice(0, head)),
    ...matchMiddle(old.slice(head, old.length - tail), lines.slice(head, lines.length - tail)),
    ...endsOf(old.slice(old.length - tail)),
  ];
}

function matchMiddle(old: readonly Line[], lines: readonly string[]): string[] {
  const texts = old.map(({ text }) => text);
  const changes = diffArrays(texts, [...lines], { maxEditLength: MOST_CHANGES });
  if (changes === undefined) return lines.map((_, index) => old[index]?.end ?? '');
  const ends: string[] = [];
  let at = 0;
  /** The removed lines before an added block: it stands in their place, line for line. */
  let removed: readonly Line[] = [];
  for (const change of changes) {
    const block = old.slice(at, at + change.count);
    if (change.added) {
      ends.push(...change.value.map((_, index) => removed[index]?.end ?? ''));
    } else {
      at += change.count;
      if (!change.removed) ends.push(...block.map(({ end }) => end));
    }
    removed = change.removed ? block : [];
  }
  return ends;
}
