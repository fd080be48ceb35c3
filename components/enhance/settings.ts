import { h } from './define.ts';
import { recall, remember } from './store.ts';

const CHOICES = {
  theme: { label: '配色', values: { '': '跟随系统', light: '浅色', dark: '深色' } },
  size: { label: '字号', values: { small: '小', '': '标准', large: '大', huge: '特大' } },
} as const;
type Setting = keyof typeof CHOICES;

/** The reader's colour scheme and text size, kept in the browser and set on `<html>`. */
export class ReaderSettings extends HTMLElement {
  connectedCallback(): void {
    if (this.firstChild) return;
    const groups = (Object.keys(CHOICES) as Setting[]).map((setting) => this.#group(setting));
    this.append(
      h('details', {}, h('summary', {}, '阅读设置'), h('div', {}, ...groups, this.#watchWords())),
    );
  }

  /** 关注词: words whose items are marked wherever they are listed; kept in this browser alone. */
  #watchWords(): HTMLElement {
    const input = document.createElement('input');
    input.value = recall('watch') ?? '';
    input.placeholder = '空格分开';
    input.addEventListener('change', () => remember('watch', input.value.trim() || undefined));
    return h(
      'fieldset',
      {},
      h('legend', {}, '关注词'),
      h('label', {}, input, '标出含有这些词的消息'),
    );
  }

  #group(setting: Setting): HTMLElement {
    const { label, values } = CHOICES[setting];
    const chosen = recall(setting) ?? '';
    const options = Object.entries(values).map(([value, name]) => {
      const input = h('input', {
        type: 'radio',
        name: setting,
        value,
        ...(value === chosen ? { checked: '' } : {}),
        onchange: () => apply(setting, value),
      });
      return h('label', {}, input, name);
    });
    return h('fieldset', {}, h('legend', {}, label), ...options);
  }
}

function apply(setting: Setting, value: string): void {
  remember(setting, value || undefined);
  if (value === '') delete document.documentElement.dataset[setting];
  else document.documentElement.dataset[setting] = value;
}
