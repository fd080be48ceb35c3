/** What more than this share of the items has in common is not rare at all. */
const MOST_SHARE = 0.1;
/** A tenth of few items is less than one. So what only this many items have in common is never too common. */
const FEW = 3;
/** The first items are counted as if so many had come before them; else nothing in a small archive would be rare. */
const HEAD_START = 40;

/**
 * How rare something is that `count` of `all` items have, 0 to 1. It is 0 where more than a tenth of the items have it,
 * and nears 1 where one of very many has it. It is relative: it means the same in a large archive as in a small one.
 * @param few what so many items have is not too common, whatever share of them that is
 */
export function rarityOf(count: number, all: number, few = FEW): number {
  if (count > Math.max(few, all * MOST_SHARE)) return 0;
  return 1 - Math.log(Math.max(1, count)) / Math.log(all + HEAD_START);
}
