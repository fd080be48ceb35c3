import rules from '#components/enhance/reader/key-list.css';
import { keys } from '#lib/site/keys.ts';
import { adoptStyles } from './page/adopt-styles.ts';
import { h } from './page/define.ts';

/** Opens the list of keys, unless it is open already. */
export function showKeys(): void {
  if (document.getElementById('keys') !== null) return;
  adoptStyles(rules);
  const list = keys.flatMap(([key, what]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, what)]);
  const off = h('p', {}, '不想用，可以在“设置”里关掉。');
  const close = () => dialog.remove();
  const dialog = document.createElement('dialog');
  dialog.className = 'keys';
  dialog.setAttribute('aria-labelledby', 'keys');
  const form = h('form', { method: 'dialog' }, h('button', {}, '关闭'));
  dialog.append(h('h2', { id: 'keys' }, '快捷键'), h('dl', {}, ...list), off, form);
  dialog.addEventListener('close', close);
  document.body.append(dialog);
  dialog.showModal();
}
