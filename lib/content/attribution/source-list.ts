import type { Link } from 'mdast';
import { absoluteAddress } from '#lib/site/address.ts';
import { readDate } from '#lib/site/dates.ts';
import { isNameable, slugOf } from '#lib/site/paths.ts';
import type { Diagnostics, Edit } from '../faults/diagnostics.ts';
import type { RuleId } from '../faults/rules.ts';
import type { Attribution, Source } from '../issue.ts';
import { inlineText } from '../markdown/markdown.ts';
import { type InlineText, OPAQUE } from '../markdown/tree/inline.ts';
import { didYouMean, type NameIndex, sourceSlug } from '../names.ts';
import { findBrokenLinks, isSafeLink, isWebAddress, withoutSentenceEnd } from '../prose/links.ts';
import { isLinkWord, SOURCE_LABEL } from './source-words.ts';

const SEPARATOR = /[、；;·|｜/，,\n]/;
const OPENERS = '（(《“‘「『[';
const CLOSERS = '）)》”’」』]';
/** An address as RFC 3986 spells it; a mark at its end belongs to the text around it. */
const BARE_URL = /https?:\/\/(?:[.:?[\]!'(,;]*[\w\-~/#@$&*+=%)])+/g;
const NESTED = new RegExp(String.raw`^\s*(?:[（(]\s*)?${SOURCE_LABEL}\s*`, 'i');
const DATE = /[（(]?(\d{4}(?:[-/]\d{1,2}[-/]\d{1,2}|年\d{1,2}月\d{1,2}日))[）)]?$/;
/** A label that is an address. A name may have a colon, as "GitHub: owner/repo" has. */
const ADDRESS = /^(?:[a-z][a-z\d+.-]*:\/\/|mailto:|www\.)\S*$/i;
const LONGEST_NAME = 60;
/** How many parts a registered name with separators may have. */
const LONGEST_JOIN = 4;
/** More sources than any item cites. Behind a row of separators each would be a fault of its own. */
const MOST_SOURCES = 100;

type Span = { start: number; end: number };

/**
 * Reads the sources of an attribution: names, each of which may be a link or have a bare address
 * behind it, and may end with the day of publication; parted by 、；·|/ or a comma.
 */
export function readSources(
  inline: InlineText,
  from: number,
  to: number,
  sources: NameIndex<Source>,
  diagnostics: Diagnostics,
): Attribution[] {
  const span = unnest(inline, { start: from, end: to }, diagnostics);
  const names = splitNames(inline.text, span);
  const extra = names[MOST_SOURCES];
  if (extra !== undefined) {
    const reason = `Unexpected ${names.length} sources of one item, expected at most ${MOST_SOURCES}`;
    diagnostics.report('attribution-malformed', reason, inline.offsetAt(extra.start));
  }
  const spans = joinKnownNames(inline.text, names.slice(0, MOST_SOURCES), sources);
  const read = spans.map((each) => readSource(inline, each, sources, diagnostics));
  return read.filter((attribution) => attribution !== undefined);
}

/** Strips 来源： that was typed again inside: （来源：（来源：极目新闻））. */
function unnest(inline: InlineText, span: Span, diagnostics: Diagnostics): Span {
  let { start, end } = span;
  const stripped: Span[] = [];
  for (;;) {
    const nested = NESTED.exec(inline.text.slice(start, end));
    if (nested === null) break;
    stripped.push({ start, end: start + nested[0].length });
    start += nested[0].length;
    if (!/[（(]/.test(nested[0])) continue;
    const inner = inline.text.slice(start, end).trimEnd();
    if (!inner.endsWith('）') && !inner.endsWith(')')) continue;
    end = start + inner.length - 1;
    stripped.push({ start: end, end: end + 1 });
  }
  if (stripped.length === 0) return span;
  const reason = 'Unexpected second 来源：, expected it once';
  const mend = () => stripped.map((each) => remove(inline, each));
  diagnostics.report('attribution-nested', reason, inline.offsetAt(span.start), { mend });
  return { start, end };
}

/** The edit that removes some plain characters, from the first of them to the last. */
function remove(inline: InlineText, { start, end }: Span): Edit {
  return { start: inline.offsetAt(start), end: inline.offsetAt(end - 1) + 1, text: '' };
}

/** Cuts at the separators that stand outside brackets and addresses. */
function splitNames(text: string, { start, end }: Span): Span[] {
  const masked = text
    .slice(start, end)
    .replace(BARE_URL, (url) => 'u'.repeat(url.length))
    .replace(/\d{4}\/\d{1,2}\/\d{1,2}/g, (date) => 'd'.repeat(date.length));
  const spans: Span[] = [];
  let depth = 0;
  let nameStart = 0;
  for (let index = 0; index < masked.length; index += 1) {
    const char = masked.charAt(index);
    if (OPENERS.includes(char)) depth += 1;
    if (CLOSERS.includes(char)) depth = Math.max(0, depth - 1);
    if (depth === 0 && SEPARATOR.test(char)) {
      spans.push({ start: start + nameStart, end: start + index });
      nameStart = index + 1;
    }
  }
  spans.push({ start: start + nameStart, end });
  return spans;
}

/** Joins neighbours again where a registered name holds a separator: 人民网·知识产权. */
function joinKnownNames(text: string, spans: Span[], sources: NameIndex<Source>): Span[] {
  const joined: Span[] = [];
  for (let next = 0; next < spans.length; ) {
    const run = spans.slice(next, next + LONGEST_JOIN);
    while (run.length > 1 && !isKnownName(text, run, sources)) run.pop();
    joined.push({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 });
    next += run.length;
  }
  return joined;
}

/** Whether spans, each of which has letters of its own, are together one registered name. */
function isKnownName(text: string, run: Span[], sources: NameIndex<Source>): boolean {
  if (run.some(({ start, end }) => slugOf(text.slice(start, end)) === '')) return false;
  const whole = text.slice(run[0]?.start, run.at(-1)?.end).trim().replace(DATE, '');
  // A link is a source of its own, whatever name stands before it.
  return !whole.includes(OPAQUE) && sources.find(whole) !== undefined;
}

function readSource(
  inline: InlineText,
  { start, end }: Span,
  sources: NameIndex<Source>,
  diagnostics: Diagnostics,
): Attribution | undefined {
  const indent = inline.text.slice(start, end).search(/\S|$/);
  const offset = inline.offsetAt(start + indent);
  const place = { path: diagnostics.path, ...pick(diagnostics.pointOf(offset)) };
  const refuse = (reason: string): undefined => {
    diagnostics.report('attribution-malformed', reason, offset);
  };
  const nodes = inline.slice(start, end);
  const links = nodes.filter((node): node is Link => node.type === 'link');
  const link = links[0];
  if (links.length > 1) return refuse('Unexpected second link, expected 、 between two sources');
  let rest = inlineText(nodes.filter((node) => node !== link));
  let url = link?.url;
  if (link === undefined) {
    if (findBrokenLinks(rest).length > 0) return refuseLink();
    url = withoutSentenceEnd(rest.match(BARE_URL)?.[0] ?? '') || undefined;
    if (url !== undefined) rest = rest.replace(url, '');
  }
  rest = rest.trim();
  const typedDate = DATE.exec(rest);
  if (typedDate) rest = rest.slice(0, typedDate.index);
  rest = rest.replace(/[（(]\s*[）)]/g, '').trim();

  const label = link === undefined ? '' : inlineText(link.children).trim();
  const isName = label !== '' && !isLinkWord(label) && !ADDRESS.test(label);
  if (isName && rest !== '') {
    return refuse(
      `Unexpected text \`${rest}\` beside a link, expected [${label}](…) and the date alone`,
    );
  }
  const name = isName ? label : rest;
  if (!isName && url !== undefined && /[[\]［］{}｛｝]/.test(name)) return refuseLink();
  if (slugOf(name) === '') return refuse('Unexpected end of 来源：, expected the name of a source');
  const isLong = name.length > LONGEST_NAME || !isNameable(sourceSlug(name));
  if (isLong || /[。！？、；|｜\n]/.test(name)) {
    const shown = name.length > 20 ? `${name.slice(0, 20)}…` : name;
    return refuse(`Unexpected source “${shown}”, expected the name of a publisher`);
  }

  const attribution: Attribution = { source: findSource(name), place };
  const address = absoluteAddress(url);
  if (address !== undefined && isWebAddress(address)) attribution.url = address;
  else if (url !== undefined && isSafeLink(url)) {
    return refuse(
      `Unexpected link to \`${url}\` at a source, expected the report's https://… address`,
    );
  }
  if (typedDate?.[1] !== undefined) {
    const date = readDate(typedDate[1]);
    if (date !== undefined) attribution.date = date;
    else {
      const reason = `Unexpected date \`${typedDate[1]}\`, expected a day such as 2025-03-26`;
      diagnostics.report('date-invalid', reason, offset);
    }
  }
  return attribution;

  /** Whether the check of the text has reported what is wrong here: a second message would say the same. */
  function isReported(...rules: RuleId[]): boolean {
    return diagnostics.messages.some(
      ({ ruleId, line }) => line === place.line && rules.some((rule) => rule === ruleId),
    );
  }

  function refuseLink(): undefined {
    if (isReported('link-malformed')) return undefined;
    return refuse('Unexpected link that is none, expected [name](https://…)');
  }

  function findSource(spelling: string): Source {
    const known = sources.find(spelling);
    if (known !== undefined) return known;
    const source = { name: spelling, slug: sourceSlug(spelling), aliases: [] };
    if (/[<（()）]/.test(spelling) && isReported('html-raw', 'bracket-unpaired')) return source;
    const suggestion = didYouMean(sources.suggest(spelling));
    const reason = `Unexpected source ${spelling}, expected one of sources.yml${suggestion}`;
    diagnostics.report('source-unknown', reason, offset);
    return source;
  }
}

function pick({ line, column }: { line: number; column: number }) {
  return { line, column };
}
