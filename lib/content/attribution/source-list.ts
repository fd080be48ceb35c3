import { slugOf } from '#lib/site/paths.ts';
import type { Diagnostics, Edit } from '../faults/diagnostics.ts';
import type { Attribution, Source } from '../issue.ts';
import { type InlineText, OPAQUE } from '../markdown/tree/inline.ts';
import type { NameIndex } from '../names.ts';
import { BARE_ADDRESS, DAY_AT_END, readSource } from './read-source.ts';
import { SOURCE_LABEL } from './source-words.ts';

const SEPARATOR = /[、；;·|｜/，,\n]/;
const OPENERS = '（(《“‘「『[';
const CLOSERS = '）)》”’」』]';
const NESTED = new RegExp(String.raw`^\s*(?:[（(]\s*)?${SOURCE_LABEL}\s*`, 'i');
/** How many parts a registered name with separators may have. */
const MOST_PARTS = 4;
/** More sources than any item cites. In a row of separators each would be a fault of its own. */
const MOST_SOURCES = 100;

/** Indices into the text of a paragraph, `end` excluded. */
type Span = { start: number; end: number };

/**
 * Reads the sources of an attribution. The separators are 、；·|/ and the comma.
 * @param from the index in `inline.text` after `来源：`
 * @param to the index at which the attribution ends
 */
export function readSources(
  inline: InlineText,
  from: number,
  to: number,
  sources: NameIndex<Source>,
  diagnostics: Diagnostics,
): Attribution[] {
  const span = unnest(inline, { start: from, end: to }, diagnostics);
  const parts = splitAtSeparators(inline.text, span);
  const extra = parts[MOST_SOURCES];
  if (extra !== undefined) {
    const reason = `Unexpected ${parts.length} sources of one item, expected at most ${MOST_SOURCES}`;
    diagnostics.report('attribution-malformed', reason, inline.offsetAt(extra.start));
  }
  const spans = joinKnownNames(inline.text, parts.slice(0, MOST_SOURCES), sources);
  return spans.flatMap(({ start, end }) => {
    const indent = inline.text.slice(start, end).search(/\S|$/);
    const offset = inline.offsetAt(start + indent);
    return readSource(inline.slice(start, end), offset, sources, diagnostics) ?? [];
  });
}

/** Leaves out a 来源： that stands inside another: （来源：（来源：极目新闻））. */
function unnest(inline: InlineText, span: Span, diagnostics: Diagnostics): Span {
  let { start, end } = span;
  const removed: Span[] = [];
  for (;;) {
    const nested = NESTED.exec(inline.text.slice(start, end));
    if (nested === null) break;
    removed.push({ start, end: start + nested[0].length });
    start += nested[0].length;
    if (!/[（(]/.test(nested[0])) continue;
    const inner = inline.text.slice(start, end).trimEnd();
    if (!inner.endsWith('）') && !inner.endsWith(')')) continue;
    end = start + inner.length - 1;
    removed.push({ start: end, end: end + 1 });
  }
  if (removed.length === 0) return span;
  const reason = 'Unexpected second 来源：, expected it once';
  const mend = () => removed.map((each) => removalOf(inline, each));
  diagnostics.report('attribution-nested', reason, inline.offsetAt(span.start), { mend });
  return { start, end };
}

/** The edit that removes a span. Its first and last characters must be text. */
function removalOf(inline: InlineText, { start, end }: Span): Edit {
  return { start: inline.offsetAt(start), end: inline.offsetAt(end - 1) + 1, text: '' };
}

/** Cuts a span at the separators that stand outside brackets, addresses and days. */
function splitAtSeparators(text: string, { start, end }: Span): Span[] {
  const masked = text
    .slice(start, end)
    .replace(BARE_ADDRESS, (url) => 'u'.repeat(url.length))
    .replace(/\d{4}\/\d{1,2}\/\d{1,2}/g, (date) => 'd'.repeat(date.length));
  const spans: Span[] = [];
  let depth = 0;
  let partStart = 0;
  for (let index = 0; index < masked.length; index += 1) {
    const char = masked.charAt(index);
    if (OPENERS.includes(char)) depth += 1;
    if (CLOSERS.includes(char)) depth = Math.max(0, depth - 1);
    if (depth === 0 && SEPARATOR.test(char)) {
      spans.push({ start: start + partStart, end: start + index });
      partStart = index + 1;
    }
  }
  spans.push({ start: start + partStart, end });
  return spans;
}

/** Joins neighbours again where a registered name holds a separator: 人民网·知识产权. */
function joinKnownNames(text: string, spans: Span[], sources: NameIndex<Source>): Span[] {
  const joined: Span[] = [];
  for (let next = 0; next < spans.length; ) {
    const run = spans.slice(next, next + MOST_PARTS);
    while (run.length > 1 && !isKnownName(text, run, sources)) run.pop();
    joined.push({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 });
    next += run.length;
  }
  return joined;
}

/** Whether spans are together one registered name. Each of them must have a letter or a digit. */
function isKnownName(text: string, run: Span[], sources: NameIndex<Source>): boolean {
  if (run.some(({ start, end }) => slugOf(text.slice(start, end)) === '')) return false;
  const whole = text.slice(run[0]?.start, run.at(-1)?.end).trim().replace(DAY_AT_END, '');
  // A link is a source of its own, whatever name stands before it.
  return !whole.includes(OPAQUE) && sources.find(whole) !== undefined;
}
