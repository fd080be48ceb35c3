import type { Issue, ItemFacts } from '../issue.ts';

/** An issue, and the facts of its items in their order. */
export type IssueWithFacts = { issue: Issue; facts: readonly ItemFacts[] };

/**
 * Writes an issue as JSON for the cache. Most items are plain paragraphs, whose HTML can be made from their text: it is
 * left out, which makes the JSON half as long.
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

/** Reads an issue from what `writeCachedIssue` wrote. */
export function readCachedIssue(text: string): IssueWithFacts {
  const cached: IssueWithFacts = JSON.parse(text);
  const { issue } = cached;
  const { path } = issue.place;
  for (const { items } of issue.sections)
    for (const item of items) {
      if (item.html.__html === '') item.html = { __html: paragraphsOf(item.text) };
      // One string for all: `JSON.parse` makes some three copies of the path for each of 83,000 items.
      item.place.path = path;
      for (const { place } of item.attributions) place.path = path;
    }
  return cached;
}

/** Stands for HTML that is left out. */
const LEFT_OUT = { __html: '' };

/** The HTML of a text in plain paragraphs, as `toHtml` writes it. */
function paragraphsOf(text: string): string {
  return text === '' ? '' : `<p>${text.replaceAll('\n', '</p>\n<p>')}</p>`;
}
