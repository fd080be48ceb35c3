import { h } from '../page/define.ts';
import { load } from '../page/load.ts';

/** The tools of an item: one button, which opens a menu. The menu is loaded on use. */
export class ItemTools extends HTMLElement {
  connectedCallback(): void {
    const article = this.closest('article');
    if (this.firstChild || article === null) return;
    const title = article.querySelector('h1, h3')?.textContent ?? '';
    const open = async () => {
      const { toggleMenu } = await load<typeof import('../item-menu.ts')>('item-menu');
      toggleMenu(button, article);
    };
    const button = h(
      'button',
      {
        type: 'button',
        'aria-label': `工具：${title}`,
        'aria-expanded': 'false',
        onclick: () => void open(),
      },
      '工具',
    );
    this.append(button);
  }
}
