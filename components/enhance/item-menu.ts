import rules from '#components/enhance/item/item-menu.css';
import { clipButton } from './clips/clip-button.ts';
import { canReadAloud, readAloud } from './item/read-aloud-button.ts';
import { reportAddressHere } from './item/report.ts';
import { readItem, type ShownItem } from './item/shown-item.ts';
import { adoptStyles } from './page/adopt-styles.ts';
import { copyElement } from './page/clipboard.ts';
import { h } from './page/define.ts';
import { load } from './page/load.ts';

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
  const copy = async () => {
    const address = h('span', {}, item.address);
    say(address);
    const said = await copyElement(address, false);
    say(address, h('br'), said);
  };
  const read = () => {
    shown?.menu.hidePopover();
    return readAloud(item.article);
  };
  const cite = async () => {
    // Loaded on use, because most readers cite nothing.
    const { openCitations } = await load<typeof import('./citations.ts')>('citations');
    // The focus goes back to the button, and from the dialog there too.
    shown?.menu.hidePopover();
    openCitations(item);
  };
  const draw = async () => {
    const { drawCode } = await load<typeof import('./qr.ts')>('qr');
    say(drawCode(item.address));
    status.scrollIntoView({ block: 'nearest' });
  };
  const report = reportAddressHere(item);
  return h(
    'div',
    { popover: 'auto', class: 'item-menu', role: 'group', 'aria-label': `工具：${item.title}` },
    ...('share' in navigator ? [entry('分享…', () => share(item))] : []),
    ...(canReadAloud() ? [entry('朗读', read)] : []),
    entry('复制链接', copy),
    entry('二维码', draw),
    entry('引用…', cite),
    clipButton(item, say),
    ...(report === undefined ? [] : [h('a', { href: report }, '报错')]),
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

/** Puts the menu below its button, or above it where there is no room below, and inside the window. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const above = at.bottom + height > clientHeight && at.top > height;
  menu.style.left = `${scrollX + Math.max(8, Math.min(at.left, clientWidth - width - 8))}px`;
  menu.style.top = `${scrollY + (above ? at.top - height : at.bottom)}px`;
}
