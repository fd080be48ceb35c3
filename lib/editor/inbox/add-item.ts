import type { Section } from '#lib/content/issue.ts';
import type { NameIndex } from '#lib/content/names.ts';
import { writeBlock } from '#lib/editions/markdown/write-block.ts';
import type { IsoDate } from '#lib/site/dates.ts';

/** A report as an item cites it. */
export type Citable = {
  title: string;
  url: string;
  source: string;
  day?: IsoDate | undefined;
};

/** A report as an item in Markdown that has no text yet: its title, and the line that cites it. */
export function writeItem({ title, url, source, day }: Citable): string {
  const text = (value: string) => ({ type: 'text' as const, value });
  // `{#…}` at the end of a title would be read as the item's id.
  const plain = title.replaceAll('{#', '{ #');
  const heading = writeBlock({ type: 'heading', depth: 3, children: [text(plain)] });
  const cited = writeBlock({
    type: 'paragraph',
    children: [
      text('来源：'),
      { type: 'link', url, children: [text(source)] },
      ...(day === undefined ? [] : [text(` ${day}`)]),
    ],
  });
  return `${heading}\n\n${cited}`;
}

/**
 * The text of an issue with an item at the end of a section. All else stays as it is, byte for byte.
 * @param section the section; `undefined` for the first of the issue. One that the issue does not have is added.
 */
export function addItem(
  text: string,
  item: string,
  section: Section | undefined,
  sections: NameIndex<Section>,
): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const headings = Array.from(
    text.matchAll(/^##[ \t]+([^\r\n]*)/gm),
    ({ 0: line, 1: name = '', index }) => ({
      index,
      end: index + line.length,
      section: sections.find(name.trim()),
    }),
  );
  const at = headings.findIndex((each) => section === undefined || each.section === section);
  const block = item.replaceAll('\n', end);
  const name = (section ?? sections.entries[0])?.name;
  if (at === -1) return `${text.trimEnd()}${end}${end}## ${name}${end}${end}${block}${end}`;
  const next = headings[at + 1]?.index ?? text.length;
  const before = text.slice(0, next).trimEnd();
  const rest = text.slice(next);
  return `${before}${end}${end}${block}${end}${rest === '' ? '' : end}${rest}`;
}
