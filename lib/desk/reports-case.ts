import type { ItemFacts } from '#lib/content/issue.ts';

/** Whether an item reports a suit, a hearing, an order, a judgment or a settlement, as it was read. */
export function reportsCase({ desk }: Pick<ItemFacts, 'desk'>): boolean {
  return desk.cases.length > 0;
}
