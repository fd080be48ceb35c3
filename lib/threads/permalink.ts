import type { Issue, Item } from '#lib/content/issue.ts';
import { paths } from '#lib/site/paths.ts';

/** Where an item stands, as far as its address tells. */
type Placed = { issue: Pick<Issue, 'date'>; item: Pick<Item, 'id'> };

/** An item's permalink as `threads.yml` has it: its path, not percent-encoded. */
export function permalinkOf({ issue, item }: Placed): string {
  return decodeURI(paths.item(issue.date, item.id));
}
