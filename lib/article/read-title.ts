import { fieldOf, firstMeta, type Marks, tidy } from './read-marks.ts';
import { textOf } from './structured-data.ts';

/** What pages put between a headline, a section and the name of the publisher. */
const SEPARATOR =
  /\s?(?:[_|｜]|-{2,4}|——|\s[-–—·•:»›]\s|(?<=[\p{Script=Han}”》）！？])[-–—](?=\p{Script=Han}))\s?/u;
/** A name of a publisher or a section after a headline is not longer. */
const LONGEST_NAME = 16;

/**
 * The headline of a page.
 * @param names what the publisher is called, as far as it is known: cut off at the end of a title
 */
export function readTitle(marks: Marks, names: readonly string[]): string | undefined {
  const given = [
    ...fieldOf(marks, 'headline').map(textOf),
    firstMeta(marks, ['og:title', 'articletitle', 'twitter:title', 'dc.title', 'title']),
    marks.title,
  ].map((title) => tidy(title ?? ''));
  const first = given.find((title) => title !== '');
  if (first === undefined) return marks.headings[0];
  // Where the title begins with the text of a heading, that heading is the headline, and the rest names the site.
  const heading = marks.headings
    .filter((each) => each.length >= 6 && first.startsWith(each))
    .sort((a, b) => b.length - a.length)[0];
  return heading ?? withoutNames(first, names);
}

/** A title without the names of publisher and section at its end. */
export function withoutNames(title: string, names: readonly string[]): string {
  const parts = partsOf(title);
  const known = new Set(names.map(keyOf));
  while (parts.length > 1) {
    const last = parts.at(-1);
    if (last === undefined || !(known.has(keyOf(last.text)) || isName(last, parts))) break;
    parts.pop();
  }
  const end = parts.at(-1);
  const cut = end === undefined ? title : title.slice(0, end.end);
  const lead = parts.length > 1 && known.has(keyOf(parts[0]?.text ?? '')) ? parts[1] : undefined;
  return (lead === undefined ? cut : cut.slice(lead.start)).trim();
}

/** The last part of a title, where a publisher's name often stands. */
export function lastPart(title: string): string | undefined {
  const parts = partsOf(title);
  const last = parts.at(-1);
  return parts.length > 1 && last !== undefined && isName(last, parts) ? last.text : undefined;
}

type Part = { text: string; start: number; end: number };

function partsOf(title: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const { 0: separator, index } of title.matchAll(new RegExp(SEPARATOR, 'gu'))) {
    if (index > start) parts.push({ text: title.slice(start, index), start, end: index });
    start = index + separator.length;
  }
  if (start < title.length) parts.push({ text: title.slice(start), start, end: title.length });
  return parts;
}

/** Whether the last part is short, and what stands before it is longer. */
function isName({ text, start }: Part, parts: readonly Part[]): boolean {
  const words = /\p{Script=Han}/u.test(text) ? text.length : Math.ceil(text.length / 2);
  return (
    parts.length > 1 && words <= LONGEST_NAME && start > text.length && !/[，。！？；]/.test(text)
  );
}

function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
