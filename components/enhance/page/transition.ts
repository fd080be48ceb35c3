/** How long the pointer has to rest on a link before the browser renders its page (see `speculationRules`), in ms. */
const RESTED = 200;

/**
 * Skips the transition to a page that was rendered before the click. That page is shown at once, and the browser would
 * only delay it to take a picture of this page. For other pages the transition covers the wait.
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
