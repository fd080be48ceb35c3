import rules from '#components/enhance/item-menu.css';
import { adoptStyles } from './adopt-styles.ts';
import { clipButton } from './clip-button.ts';
import { copyText } from './copy-text.ts';
import { h } from './define.ts';
import { load } from './load.ts';
import { readItem, type ShownItem } from './shown-item.ts';

/** The menu that is open, and the button that opened it. */
let shown: { menu: HTMLElement; button: HTMLElement } | undefined;

/**
 * Opens the menu of an item below its button, or closes it. It lies above the page, so that nothing moves. Escape, a
 * press elsewhere and another menu close it.
 */
export function toggleMenu(button: HTMLElement, article: Element): void {
  const wasOpen = shown?.button === button;
  shown?.menu.hidePopover();
  if (wasOpen) return;
  adoptStyles(rules);
  const menu = drawMenu(readItem(article));
  shown = { menu, button };
  button.after(menu);
  menu.addEventListener('toggle', (event) => {
    const isOpen = 'newState' in event && event.newState === 'open';
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) return;
    if (shown?.menu === menu) shown = undefined;
    if (menu.contains(document.activeElement)) button.focus();
    menu.remove();
  });
  menu.showPopover();
  place(menu, button);
  menu.querySelector('button')?.focus({ preventScroll: true });
}

function drawMenu(item: ShownItem): HTMLElement {
  const status = h('p', { role: 'status' });
  const say = (...said: (Node | string)[]) => status.replaceChildren(...said);
  const copy = async (text: string, done: string) => {
    say();
    if (await copyText(text)) say(done);
    else say('浏览器不允许复制，请自行选取：', selectedField(text));
  };
  const cite = async (form: 'plain' | 'gbt7714', done: string) => {
    // Loaded on use, because most readers cite nothing.
    const { citeItem } = await load<typeof import('./cite.ts')>('cite');
    await copy(citeItem(item, form), done);
  };
  const show = async () => {
    const { drawCode } = await load<typeof import('./qr.ts')>('qr');
    say(drawCode(item.address));
  };
  return h(
    'div',
    { popover: 'auto', class: 'item-menu', role: 'group', 'aria-label': `工具：${item.title}` },
    ...('share' in navigator ? [entry('分享…', () => share(item))] : []),
    entry('复制链接', () => copy(item.address, '已复制链接')),
    entry('二维码', show),
    entry('引用', () => cite('plain', '已复制引用')),
    entry('引用（国标）', () => cite('gbt7714', '已复制国标引用')),
    clipButton(item, say),
    status,
  );
}

function entry(label: string, run: () => void | Promise<void>): HTMLElement {
  return h('button', { type: 'button', onclick: () => void run() }, label);
}

/** Opens the share sheet of the system. */
async function share({ title, address }: ShownItem): Promise<void> {
  try {
    await navigator.share({ title, url: address });
  } catch (error) {
    // The reader closed the sheet.
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  }
}

/** A text in a field where it is selected, for a reader whose browser lets no script copy. */
function selectedField(text: string): HTMLElement {
  const field = document.createElement('input');
  field.readOnly = true;
  field.value = text;
  field.ariaLabel = '要复制的文字';
  requestAnimationFrame(() => field.select());
  return field;
}

/** Puts the menu below its button, or above it where there is no room below, and inside the window. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const above = at.bottom + height > clientHeight && at.top > height;
  menu.style.left = `${scrollX + Math.max(8, Math.min(at.left, clientWidth - width - 8))}px`;
  menu.style.top = `${scrollY + (above ? at.top - height : at.bottom)}px`;
}
