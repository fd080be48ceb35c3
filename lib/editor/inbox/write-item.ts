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
