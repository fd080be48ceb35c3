/** What more than this share of the items has says nothing. */
const MOST_SHARE = 0.1;
/** Of few items a tenth is none: what so many have may say something. */
const FEW = 3;
/** As if so many items had been before the first: of little, everything is rare. */
const HEAD_START = 40;

/**
 * How rare it is, 0 to 1, that `count` of `all` items have something: 1 would be one of countless, 0 is what is
 * in more than a tenth of them. It is relative, so that it means the same in a large archive as in a small one.
 */
export function rarityOf(count: number, all: number): number {
  if (count > Math.max(FEW, all * MOST_SHARE)) return 0;
  return 1 - Math.log(Math.max(1, count)) / Math.log(all + HEAD_START);
}
