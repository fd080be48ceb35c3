import { showKeys } from './key-list.ts';

/** How far below the top of the window an item may begin and still count as the current one, in pixels. */
const SLACK = 40;

/** Does what a key is for. */
export function press(key: string): void {
  if (key === 'j' || key === 'k') stepItem(key === 'j' ? 1 : -1);
  else if (key === 'n' || key === 'p') follow(key === 'n' ? 'next' : 'prev');
  else if (key === '/') focusSearch();
  else if (key === '?') showKeys();
}

/**
 * Moves the focus to the title of the next or the previous item. It counts from the item with the focus if that is in
 * view, else from the item at the top of the window.
 */
function stepItem(step: 1 | -1): void {
  // The entries of a list, the rows of a table, and items with their text.
  const items = [...document.querySelectorAll('main article, main .headlines > *')];
  const top = (item: Element) => item.getBoundingClientRect().top;
  const focused = items.findIndex((item) => item.contains(document.activeElement));
  const inView = (item: Element | undefined) =>
    item !== undefined && item.getBoundingClientRect().bottom > 0 && top(item) < innerHeight;
  const current = items.findLastIndex((item) => top(item) < SLACK);
  const isIn = inView(items[focused]);
  let to = (isIn ? focused : current) + step;
  // From the middle of an item, the previous item is its own beginning.
  const start = items[current];
  if (!isIn && step === -1 && start !== undefined && top(start) < 0) to = current;
  const item = items[Math.max(0, to)];
  if (item === undefined) return;
  item.querySelector<HTMLElement>('h3 a, a')?.focus({ preventScroll: true });
  item.scrollIntoView({ block: item.matches('article') ? 'start' : 'nearest' });
}

function follow(rel: 'next' | 'prev'): void {
  document.querySelector<HTMLAnchorElement>(`main a[rel="${rel}"]`)?.click();
}

function focusSearch(): void {
  document
    .querySelector<HTMLInputElement>('main input[type=search], header input[type=search]')
    ?.focus();
}
