import type { IsoDate } from './dates.ts';
import { paths } from './paths.ts';

/** An item and its issue: as much of an entry as the address needs. */
type Addressed = { issue: { date: IsoDate }; item: { id: string } };

/** An item's permalink as an editor writes it in `threads.yml` and `desk.yml`: its path, not percent-encoded. */
export function permalinkOf({ issue, item }: Addressed): string {
  return decodeURI(paths.item(issue.date, item.id));
}
