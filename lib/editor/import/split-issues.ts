import { Failure } from '#lib/system/failure.ts';
import { type Dateline, readDateline } from './marks/dateline.ts';
import { findSection, type PublicationNames } from './marks/publication-names.ts';

/** A part of a text that is an issue by itself, and the line that it begins with. */
export type IssuePart = { text: string; opening: string };

/** A line, from 1, that may begin an issue. `key` is its day or number, `frame` its text with 0 for every number. */
type IssueStart = { line: number; depth: number; key: string; frame: string };

const FENCE = /^---[ \t]*$/;
/** A line of front matter: a key, what goes on with it, or a comment. */
const FRONT_LINE = /^(?:[\w-]+[ \t]*:|[ \t]|#)/;
const FRONT_KEY = /^(?:date|number|title)[ \t]*:/;
const LONGEST_LINE = 40;

/**
 * The issues in a Markdown text, most often one. Several begin with their front matter, with headings of one depth
 * that each name a day or a number, with lines such as 某某周报 第12期, all of one form, or with lines that hold a day alone
 * and are followed by sections. Text before the first issue belongs to it.
 */
export function splitIssues(
  text: string,
  publication: Pick<PublicationNames, 'name' | 'sections'>,
): IssuePart[] {
  const lines = text.split('\n');
  const siteName = publication.name;
  const starts =
    frontStarts(lines) ??
    headingStarts(lines, siteName) ??
    lineStarts(lines, siteName) ??
    dayStarts(lines, publication);
  if (starts === undefined) return [{ text, opening: '' }];
  return starts.map((line, index) => {
    const from = index === 0 ? 0 : line - 1;
    const to = (starts[index + 1] ?? lines.length + 1) - 1;
    return {
      text: lines.slice(from, to).join('\n'),
      opening: openingOf(lines.slice(line - 1, to)),
    };
  });
}

/** The line that an issue begins with. In front matter, it is the first one with a day, a number or a title. */
function openingOf(lines: readonly string[]): string {
  const [first = ''] = lines;
  const line = FENCE.test(first) ? lines.find((each) => FRONT_KEY.test(each)) : first;
  return (line ?? first).trim();
}

/** The lines with which the issues of a text begin, for messages: a Word document or a page has no line numbers. */
export function nameOpenings(parts: readonly IssuePart[]): string {
  return parts.map(({ opening }) => `“${opening}”`).join(', ');
}

/** @throws Failure for a part of a text with several issues that names no day */
export function refusePart(name: string, parts: readonly IssuePart[], part: IssuePart): never {
  throw new Failure(
    `${name} has ${parts.length} issues, which begin with ${nameOpenings(parts)}, and the issue of “${part.opening}” does not name its day: write it there.`,
    2,
  );
}

/** Where the front matter of issues begins; `undefined` unless there is more than one and the first is on top. */
function frontStarts(lines: readonly string[]): number[] | undefined {
  const starts: number[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    if (!FENCE.test(lines[index] ?? '')) continue;
    let end = index + 1;
    while (FRONT_LINE.test(lines[end] ?? '')) end += 1;
    const front = lines.slice(index + 1, end);
    if (!FENCE.test(lines[end] ?? '') || !front.some((line) => FRONT_KEY.test(line))) continue;
    starts.push(index + 1);
    index = end;
  }
  return starts.length < 2 || starts[0] !== 1 ? undefined : starts;
}

/**
 * The lines of the highest headings, leaving out a title above them, where each names a day or number of its own;
 * `undefined` where there are none.
 */
function headingStarts(lines: readonly string[], siteName: string): number[] | undefined {
  const headings = lines.flatMap((line, index): (IssueStart & { isDated: boolean })[] => {
    const [, marks = '', name] = /^(#{1,6})[ \t]+(\S.*)/.exec(line.trimEnd()) ?? [];
    if (name === undefined) return [];
    const start = startOf(name, index + 1, marks.length, siteName);
    const isDated = start !== undefined;
    return [{ line: index + 1, depth: marks.length, key: '', frame: name, ...start, isDated }];
  });
  for (const depth of new Set(headings.map((heading) => heading.depth))) {
    const same = headings.filter((heading) => heading.depth === depth);
    const [first] = same;
    const isAbove = headings.every(
      (heading) => heading.depth >= depth || heading.line < (first?.line ?? 0),
    );
    const isOfDays = depth === 1 || haveOneForm(same);
    if (isAbove && isOfDays && same.every((each) => each.isDated) && areApart(same))
      return same.map(({ line }) => line);
  }
  return undefined;
}

/** Short lines of one form that each name a number of their own. */
function lineStarts(lines: readonly string[], siteName: string): number[] | undefined {
  const starts = lines.flatMap((line, index) => {
    const isShort = line.trim().length <= LONGEST_LINE && !/[。；，#|]/.test(line);
    const start = isShort ? startOf(line, index + 1, 0, siteName) : undefined;
    return start?.dateline.number === undefined ? [] : [start];
  });
  return haveOneForm(starts) && areApart(starts) ? starts.map(({ line }) => line) : undefined;
}

/**
 * Lines of one form that hold a day alone. Such lines also stand within an issue, below its title or as its signature.
 * They begin issues only where sections follow each of them and a section comes twice: no issue has one twice.
 */
function dayStarts(
  lines: readonly string[],
  { name, sections }: Pick<PublicationNames, 'name' | 'sections'>,
): number[] | undefined {
  const starts = lines.flatMap((line, index) => {
    const start = line.length > LONGEST_LINE ? undefined : startOf(line, index + 1, 0, name);
    return start?.dateline.isAlone && start.dateline.date !== undefined ? [start] : [];
  });
  if (!haveOneForm(starts) || !areApart(starts)) return undefined;
  const sectionsOf = starts.map(({ line }, index) => {
    const part = lines.slice(line, (starts[index + 1]?.line ?? lines.length + 1) - 1);
    const ids = part.flatMap(
      (each) => sections.find(findSection(each, sections)?.name ?? '')?.id ?? [],
    );
    return new Set(ids);
  });
  const names = sectionsOf.flatMap((each) => [...each]);
  const hasRepeated = new Set(names).size < names.length;
  return hasRepeated && sectionsOf.every((each) => each.size > 0)
    ? starts.map(({ line }) => line)
    : undefined;
}

function startOf(
  text: string,
  line: number,
  depth: number,
  siteName: string,
): (IssueStart & { dateline: Dateline }) | undefined {
  const dateline = readDateline(text, siteName);
  const key = dateline.date ?? dateline.number;
  if (key === undefined) return undefined;
  return {
    line,
    depth,
    dateline,
    key: String(key),
    frame: text.replace(/[\d０-９〇一二三四五六七八九十百]+/g, '0'),
  };
}

/** Whether lines differ in nothing but their numbers. */
function haveOneForm(lines: readonly { frame: string }[]): boolean {
  return lines.every(({ frame }) => frame === lines[0]?.frame);
}

/** Whether there are several starts, each with its own day or number, and text between them. */
function areApart(starts: readonly IssueStart[]): boolean {
  const keys = new Set(starts.map(({ key }) => key));
  const gaps = starts.slice(1).map(({ line }, index) => line - (starts[index]?.line ?? 0));
  return starts.length > 1 && keys.size === starts.length && gaps.every((gap) => gap > 2);
}
