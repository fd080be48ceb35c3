import { textOf, textRuns } from '../page/text-runs.ts';
import { cutSentences } from './sentences.ts';

/** A sentence as it is spoken, and where it stands in the page. */
export type Spoken = { text: string; range: Range };

/** What is not read: what scripts have put into the text. */
const TOOLS = 'item-tools,button,.new,.watched';

/** The items of the page; the whole main part of a page that has none. */
export function itemsOf(): Element[] {
  const items = [...document.querySelectorAll('main article')];
  return items.length > 0 ? items : [...document.querySelectorAll('main')];
}

/** The sentences of an item: its heading, then its text. */
export function sentencesOf(item: Element): Spoken[] {
  const parts = [...item.querySelectorAll(':is(h1, h2, h3):not(.prose *), .prose')];
  return parts
    .flatMap((part) => textRuns(part, TOOLS))
    .flatMap((run) => {
      const text = textOf(run);
      return cutSentences(text).map(({ start, end }) => ({
        text: text.slice(start, end),
        range: rangeOf(run, start, end),
      }));
    });
}

function rangeOf(run: readonly Text[], start: number, end: number): Range {
  const range = document.createRange();
  let at = 0;
  for (const text of run) {
    const own = (offset: number) => offset - at;
    if (start >= at && start < at + text.length) range.setStart(text, own(start));
    if (end > at && end <= at + text.length) range.setEnd(text, own(end));
    at += text.length;
  }
  return range;
}
