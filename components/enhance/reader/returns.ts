/**
 * Calls back when the browser's storage may have changed since the page was drawn: when the page comes back from the
 * back/forward cache, when it was prerendered and is shown now, or when another tab has changed the storage.
 */
export function onReturn(run: () => void): void {
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) run();
  });
  addEventListener('storage', run);
  document.addEventListener('prerenderingchange', run);
}
