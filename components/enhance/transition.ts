/** What the speculation rules ask for: a link that is pointed at for this long is rendered ahead, in ms. */
const RESTED = 200;

/**
 * Leaves out the transition to a page that was rendered ahead: it is there at once, and to take a picture
 * of this one first would be all the waiting there is. Where there is waiting, the transition bridges it.
 */
export function skipTransitionsAhead(): void {
  let since = Number.POSITIVE_INFINITY;
  addEventListener('pointerover', ({ target }) => {
    const isLink = target instanceof Element && target.closest('a') !== null;
    since = isLink ? performance.now() : Number.POSITIVE_INFINITY;
  });
  addEventListener('pageswap', ({ viewTransition }) => {
    if (performance.now() - since > RESTED) viewTransition?.skipTransition();
  });
}
