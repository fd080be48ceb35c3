import type { Issue } from '#lib/content/issue.ts';
import { permalinkOf } from '#lib/site/permalink.ts';

/** The permalinks of an issue's items, not percent-encoded. */
export function permalinksIn(issue: Issue): string[] {
  return issue.sections.flatMap((section) =>
    section.items.map((item) => permalinkOf({ issue, item })),
  );
}

/** The sentence of a fault about the permalink of an item that does not exist. @param written every issue */
export function lostItem(permalink: string, written: readonly Issue[]): string {
  return `Unexpected address ${permalink}, where no item is, expected ${expectedFor(permalink, written)}`;
}

/** What the editor may have meant: an item with the same id, or the items of the same day. */
function expectedFor(permalink: string, written: readonly Issue[]): string {
  const [page = '', id] = permalink.split('#');
  const moved = written.flatMap(permalinksIn).find((each) => each.endsWith(`#${id}`));
  if (moved !== undefined) return moved;
  const issue = written.find(({ date }) => page.endsWith(date));
  if (issue === undefined) return 'the address of an item, as its title on the page leads to';
  return `one of ${permalinksIn(issue).join(' ')}`;
}
