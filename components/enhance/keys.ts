import { load } from './load.ts';

/** How far below the top of the window an item may begin and still count as the current one, in pixels. */
const SLACK = 40;

/**
 * Listens for single keys that move through the page. They do nothing while the reader types into a field or an IME,
 * holds a modifier key, or has a dialog open.
 */
export function listenForKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]') !== null) return;
    if (press(event.key)) event.preventDefault();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Does what a key is for. @returns whether the key did anything */
function press(key: string): boolean {
  if (key === 'j' || key === 'k') return stepItem(key === 'j' ? 1 : -1);
  if (key === 'n' || key === 'p') return follow(key === 'n' ? 'next' : 'prev');
  if (key === '/') return focusSearch();
  return key === '?' && showKeys();
}

/**
 * Moves the focus to the title of the next or the previous item. It counts from the item with the focus if that is in
 * view, else from the item at the top of the window.
 */
function stepItem(step: 1 | -1): boolean {
  const full = [...document.querySelectorAll('main article')];
  const items = full.length > 0 ? full : [...document.querySelectorAll('main .headlines > li')];
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
  if (item === undefined) return items.length > 0;
  item.querySelector<HTMLElement>('h3 a, a')?.focus({ preventScroll: true });
  item.scrollIntoView({ block: full.length > 0 ? 'start' : 'nearest' });
  return true;
}

function follow(rel: 'next' | 'prev'): boolean {
  const link = document.querySelector<HTMLAnchorElement>(`main a[rel="${rel}"]`);
  link?.click();
  return link !== null;
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>(
    'main input[type=search], header input[type=search]',
  );
  field?.focus();
  return field !== null;
}

function showKeys(): boolean {
  // Loaded on first use.
  void load<typeof import('./key-list.ts')>('key-list').then((list) => list.showKeys());
  return true;
}
