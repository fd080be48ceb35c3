import type { Paragraph, PhrasingContent } from 'mdast';
import type { Source } from '#lib/content/issue.ts';
import { InlineText, type Locator } from '#lib/content/markdown/tree/inline.ts';
import type { NameIndex } from '#lib/content/names.ts';
import { flatText } from '../flat-text.ts';
import { leadingLink } from '../link-list.ts';
import { publisherAfter, trailingLink } from './item-link.ts';
import { bodyFrom, type Opening, openUntitled, readOpening } from './opening.ts';

/** The start of an item in an entry of a list; `left` is text that only led to the report, and is left out. */
export type EntryOpening = Opening & { left?: string };

/** Reads the start of the item in an entry of a list of items, whatever its first paragraph looks like. */
export function readEntry(
  paragraph: Paragraph,
  locator: Locator,
  sources: NameIndex<Source>,
): EntryOpening {
  const read = (part: Paragraph) => readOpening(part, locator, true) ?? openUntitled(part, locator);
  const linked = leadingLink(paragraph.children);
  const opening = read(paragraph);
  if (opening.mark === 'links') return withPublisher(opening, locator, sources);
  // A link at the start of a sentence leads to the report too.
  if (linked !== undefined) return { ...opening, url: linked.url };
  const link = trailingLink(paragraph, locator, sources);
  if (link === undefined || link.rest.length === 0) return opening;
  const { url, name, rest, left } = link;
  const own = read({ type: 'paragraph', children: rest });
  return { ...own, url, left, ...(name === undefined ? {} : { source: name }) };
}

/** An opening whose title is a link, with the publisher that the text after the link names as its source. */
export function withPublisher(
  opening: Opening,
  locator: Locator,
  sources: NameIndex<Source>,
): Opening {
  const { url, behind } = opening;
  if (url === undefined || behind === undefined) return opening;
  const inline = new InlineText(behind, locator);
  const publisher = publisherAfter(flatText(inline), url, sources);
  if (publisher === undefined) return opening;
  return { ...opening, body: bodyFrom(inline, publisher.length), source: publisher.source };
}

/** Reads the title of an item from a heading. Signs and brackets belong to the title; a number and a link do not. */
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
