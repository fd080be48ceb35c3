import { keys } from '#lib/site/keys.ts';
import { load } from '../page/load.ts';
import { recall, remember } from './store.ts';

/** Whether single keys do anything. The reader can switch them off. */
export function areKeysOn(): boolean {
  return recall('keys') !== 'off';
}

export function switchKeys(on: boolean): void {
  remember('keys', on ? undefined : 'off');
}

/**
 * Listens for single keys that move through the page. They do nothing while the reader types into a field or an IME,
 * holds a modifier key, or has a dialog open.
 */
export function listenForKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]') !== null) return;
    if (!keys.some(([key]) => key === event.key) || !areKeysOn()) return;
    event.preventDefault();
    // What they do is loaded on use, because most readers use none.
    void load<typeof import('../press-key.ts')>('press-key').then(({ press }) => press(event.key));
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
