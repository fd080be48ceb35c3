import type { Issue, Item } from '#lib/content/issue.ts';
import { paths } from '#lib/site/paths.ts';

/** An item and its issue: as much of an entry as the address needs. */
type Addressed = { issue: Pick<Issue, 'date'>; item: Pick<Item, 'id'> };

/** An item's permalink as an editor writes it in `threads.yml`: its path, not percent-encoded. */
export function permalinkOf({ issue, item }: Addressed): string {
  return decodeURI(paths.item(issue.date, item.id));
}
