import type { Issue, ItemFacts } from '../issue.ts';

/** An issue, and what its items tell the desk and the threads, in their order. */
export type IssueWithFacts = { issue: Issue; facts: readonly ItemFacts[] };

/**
 * An issue as the text that is kept of it. Most items are plain paragraphs, whose HTML says what their text says:
 * it is left out, which makes the text half as long to read.
 */
export function writeCachedIssue({ issue, facts }: IssueWithFacts): string {
  const sections = issue.sections.map((section) => ({
    ...section,
    items: section.items.map((item) =>
      item.html.__html === paragraphsOf(item.text) ? { ...item, html: LEFT_OUT } : item,
    ),
  }));
  return JSON.stringify({ issue: { ...issue, sections }, facts });
}

/** The issue of a text that `writeCachedIssue` made. */
export function readCachedIssue(text: string): IssueWithFacts {
  const kept: IssueWithFacts = JSON.parse(text);
  const { issue } = kept;
  const { path } = issue.place;
  for (const { items } of issue.sections)
    for (const item of items) {
      if (item.html.__html === '') item.html = { __html: paragraphsOf(item.text) };
      // Three copies of the path an item, in 83,000 items.
      item.place.path = path;
      for (const { place } of item.attributions) place.path = path;
    }
  return kept;
}

/** Stands for the HTML of an item's text. */
const LEFT_OUT = { __html: '' };

/** The HTML of plain paragraphs. An item without any has none. */
function paragraphsOf(text: string): string {
  return text === '' ? '' : `<p>${text.replaceAll('\n', '</p>\n<p>')}</p>`;
}
