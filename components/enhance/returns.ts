/**
 * Calls back when the page is before the reader anew, and what the browser keeps may have changed in
 * between: out of the back/forward cache, at the end of its prerendering, or by the hand of another tab.
 */
export function onReturn(run: () => void): void {
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) run();
  });
  addEventListener('storage', run);
  document.addEventListener('prerenderingchange', run);
}
