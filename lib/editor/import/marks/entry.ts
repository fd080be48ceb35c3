import type { Paragraph, PhrasingContent } from 'mdast';
import type { Source } from '#lib/content/issue.ts';
import { InlineText, type Locator } from '#lib/content/markdown/tree/inline.ts';
import type { NameIndex } from '#lib/content/names.ts';
import { flatText } from './flat-text.ts';
import { publisherBehind, trailingLink } from './item-link.ts';
import { leadingLink } from './link-list.ts';
import { type Opening, openUntitled, readOpening, tail } from './opening.ts';

/** How an entry of a list opens an item; `left` is what only led to the report. */
export type EntryOpening = Opening & { left?: string };

/** The item that an entry of a list of items begins, whatever its first paragraph looks like. */
export function readEntry(
  paragraph: Paragraph,
  locator: Locator,
  sources: NameIndex<Source>,
): EntryOpening {
  const read = (part: Paragraph) => readOpening(part, locator, true) ?? openUntitled(part, locator);
  const linked = leadingLink(paragraph.children);
  const opening = read(paragraph);
  if (opening.mark === 'links') return withPublisher(opening, locator, sources);
  // A sentence that begins with a link still tells of what the link leads to.
  if (linked !== undefined) return { ...opening, url: linked.url };
  const link = trailingLink(paragraph, locator, sources);
  if (link === undefined || link.rest.length === 0) return opening;
  const { url, name, rest, left } = link;
  const own = read({ type: 'paragraph', children: rest });
  return { ...own, url, left, ...(name === undefined ? {} : { source: name }) };
}

/** An opening whose title is a link, its publisher taken from the text behind the title. */
export function withPublisher(
  opening: Opening,
  locator: Locator,
  sources: NameIndex<Source>,
): Opening {
  const { url, behind } = opening;
  if (url === undefined || behind === undefined) return opening;
  const inline = new InlineText(behind, locator);
  const found = publisherBehind(flatText(inline), url, sources);
  if (found === undefined) return opening;
  return { ...opening, body: tail(inline, found.length), source: found.source };
}

/** The item that a heading is the title of. Its signs and brackets are its own; a number and a link are not. */
export function readTitle(
  children: PhrasingContent[],
  locator: Locator,
  sources: NameIndex<Source>,
): Opening {
  const opening = readOpening({ type: 'paragraph', children }, locator);
  const isMarked = opening?.mark === 'links' || opening?.mark === 'numbering';
  if (isMarked) return withPublisher(opening, locator, sources);
  return { mark: 'title lines', title: children, body: [] };
}
