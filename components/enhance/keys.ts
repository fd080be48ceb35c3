import { h } from './define.ts';

const KEYS: [key: string, what: string][] = [
  ['j', '下一条'],
  ['k', '上一条'],
  ['n', '下一期'],
  ['p', '上一期'],
  ['/', '检索'],
  ['?', '快捷键'],
];

/** Single keys for getting about; none while a field is typed in, an IME composes or a modifier is held. */
export function listenForKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || isTyping(event.target)) return;
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

/** Moves the focus to the title of the next or previous item, seen from the top of the window. */
function stepItem(step: 1 | -1): boolean {
  const titles: Element[] = [...document.querySelectorAll('main article h3 a')];
  if (titles.length === 0) return false;
  const focused = document.activeElement ? titles.indexOf(document.activeElement) : -1;
  const inView = titles.findIndex((title) => title.getBoundingClientRect().bottom > 0);
  const from = focused === -1 ? inView - (step === 1 ? 1 : 0) : focused;
  const title = titles[Math.max(0, Math.min(titles.length - 1, from + step))];
  if (title instanceof HTMLElement) title.focus({ preventScroll: true });
  title?.closest('article')?.scrollIntoView();
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
  const list = KEYS.flatMap(([key, what]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, what)]);
  const close = () => dialog.remove();
  const dialog = document.createElement('dialog');
  dialog.className = 'keys';
  dialog.setAttribute('aria-labelledby', 'keys');
  const form = h('form', { method: 'dialog' }, h('button', {}, '关闭'));
  dialog.append(h('h2', { id: 'keys' }, '快捷键'), h('dl', {}, ...list), form);
  dialog.addEventListener('close', close);
  document.body.append(dialog);
  dialog.showModal();
  return true;
}
