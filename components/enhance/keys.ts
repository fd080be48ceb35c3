import { load } from './load.ts';

/** How far from the top of the window an item may begin and still be the one that is read, in pixels. */
const SLACK = 40;

/**
 * Single keys for getting about; none while a field is typed in, an IME composes, a modifier is held or a
 * dialog is open.
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

/** Does what a key is for. @returns whether it is for anything here */
function press(key: string): boolean {
  if (key === 'j' || key === 'k') return stepItem(key === 'j' ? 1 : -1);
  if (key === 'n' || key === 'p') return follow(key === 'n' ? 'next' : 'prev');
  if (key === '/') return focusSearch();
  return key === '?' && showKeys();
}

/**
 * Moves the focus to the title of the next or previous item: from the one that has the focus while that is
 * in view, else from the one at the top of the window.
 */
function stepItem(step: 1 | -1): boolean {
  const full = [...document.querySelectorAll('main article')];
  const items = full.length > 0 ? full : [...document.querySelectorAll('main .headlines > li')];
  const top = (item: Element) => item.getBoundingClientRect().top;
  const focused = items.findIndex((item) => item.contains(document.activeElement));
  const inView = (item: Element | undefined) =>
    item !== undefined && item.getBoundingClientRect().bottom > 0 && top(item) < innerHeight;
  const read = items.findLastIndex((item) => top(item) < SLACK);
  const isIn = inView(items[focused]);
  let to = (isIn ? focused : read) + step;
  // Back from within an item is to its own beginning.
  const start = items[read];
  if (!isIn && step === -1 && start !== undefined && top(start) < 0) to = read;
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
  // Loaded on use, and once however often it is asked for.
  void load<typeof import('./key-list.ts')>('key-list').then((list) => list.showKeys());
  return true;
}
