import { paths } from '#lib/site/paths.ts';
import { type Clip, keepClips, keptClips } from './clips.ts';
import { h } from './define.ts';
import { load } from './load.ts';

/** The tools of an item: its permalink and two forms of citation, each copied with one press. */
export class ItemTools extends HTMLElement {
  connectedCallback(): void {
    if (this.firstChild) return;
    const status = h('span', { role: 'status' });
    const copy = (text: () => string | Promise<string>, done: string) => async () => {
      status.textContent = '';
      try {
        await navigator.clipboard.writeText(await text());
        status.textContent = done;
      } catch (error) {
        // The browser may refuse the clipboard; the reader should know, and can copy by hand.
        status.textContent = error instanceof DOMException ? '浏览器不允许复制' : '复制失败';
      }
    };
    const button = (label: string, press: () => Promise<void>) =>
      h('button', { type: 'button', onclick: () => void press() }, label);
    this.append(
      button(
        '复制链接',
        copy(() => this.#address, '已复制链接'),
      ),
      button(
        '引用',
        copy(() => this.#cite('plain'), '已复制引用'),
      ),
      button(
        '引用（国标）',
        copy(() => this.#cite('gbt7714'), '已复制国标引用'),
      ),
      this.#clipButton(status),
      status,
    );
  }

  /** A switch that puts the item into the reader's selection, or takes it out. */
  #clipButton(status: HTMLElement): HTMLElement {
    const id = this.closest('article')?.id ?? '';
    const date = document.querySelector('main time')?.getAttribute('datetime') ?? '';
    const isThis = (clip: Clip) => clip.date === date && clip.id === id;
    const press = () => {
      const clips = keptClips();
      const kept = clips.some(isThis);
      const changed = kept ? clips.filter((clip) => !isThis(clip)) : [...clips, { date, id }];
      const stored = keepClips(changed);
      button.setAttribute('aria-pressed', String(!kept && stored));
      const link = h('a', { href: paths.clipping() }, `选编（${changed.length}条）`);
      status.replaceChildren(...(stored ? [link] : ['浏览器不允许保存']));
    };
    const pressed = String(keptClips().some(isThis));
    const button = h('button', { type: 'button', 'aria-pressed': pressed, onclick: press }, '选编');
    return button;
  }

  get #address(): string {
    const id = this.closest('article')?.id ?? '';
    return `${canonical()}#${encodeURIComponent(id)}`;
  }

  async #cite(form: 'plain' | 'gbt7714'): Promise<string> {
    // Loaded on use: most readers cite nothing.
    const { citeItem } = await load<typeof import('./cite.ts')>('cite');
    const article = this.closest('article');
    return article === null ? '' : citeItem(article, this.#address, form);
  }
}

/** The page's public address, wherever it is being read. */
function canonical(): string {
  return (
    document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ??
    location.href.split('#')[0] ??
    ''
  );
}
