import { h } from '../page/define.ts';
import { load } from '../page/load.ts';
import { applySetting, SETTINGS } from './apply-setting.ts';
import { onReturn } from './returns.ts';
import { recall } from './store.ts';

/** The settings of the reader (colour scheme, text size, watch words), in a panel that opens below its title. */
export class ReaderSettings extends HTMLElement {
  connectedCallback(): void {
    if (this.firstChild) return;
    const panel = h('div');
    const summary = h('summary', { 'aria-label': '阅读设置' }, '设置');
    const details = document.createElement('details');
    details.append(summary, panel);
    this.append(details);
    const show = async () => {
      if (!details.open) return;
      // Loaded on use, because most readers change no settings.
      const { drawPanel } = await load<typeof import('../settings-panel.ts')>('settings-panel');
      panel.replaceChildren(...drawPanel());
    };
    details.addEventListener('toggle', () => void show());
    onReturn(() => {
      for (const setting of SETTINGS) void applySetting(setting, recall(setting) ?? '');
      void show();
    });
    addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !details.open) return;
      details.open = false;
      summary.focus();
    });
    addEventListener('pointerdown', ({ target }) => {
      if (target instanceof Node && !this.contains(target)) details.open = false;
    });
  }
}
