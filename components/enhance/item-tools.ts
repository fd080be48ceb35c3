import * as paths from '#lib/site/browser-paths.ts';
import { keyOf, readClips, storeClips, storedClips } from './clips.ts';
import { h } from './define.ts';
import { load } from './load.ts';
import { onReturn } from './returns.ts';

/** The tools of an item: buttons that copy its permalink, cite it, and add it to the selection. */
export class ItemTools extends HTMLElement {
  readonly #status = h('span', { role: 'status' });

  connectedCallback(): void {
    if (this.firstChild) return;
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', this.#article?.querySelector('h3 a')?.textContent ?? '');
    this.append(
      this.#copyButton('复制链接', '已复制链接', () => this.#address),
      h('button', { type: 'button', onclick: () => void this.#cite() }, '引用'),
      this.#clipButton(),
      this.#status,
    );
  }

  #copyButton(label: string, done: string, text: () => string): HTMLElement {
    const press = async () => {
      this.#status.textContent = '';
      try {
        await navigator.clipboard.writeText(text());
        this.#status.textContent = done;
      } catch (error) {
        // The browser may refuse access to the clipboard: then the reader can copy by hand.
        this.#status.textContent = error instanceof DOMException ? '浏览器不允许复制' : '复制失败';
      }
    };
    return h('button', { type: 'button', onclick: () => void press() }, label);
  }

  /** A toggle button that adds the item to the reader's selection or removes it. */
  #clipButton(): HTMLElement {
    const date = document.querySelector('main time')?.getAttribute('datetime') ?? '';
    const own = `${date}.${this.#id}`;
    const button = h('button', { type: 'button' }, '选编');
    const isIn = () => storedClips().some((clip) => keyOf(clip) === own);
    const show = () => button.setAttribute('aria-pressed', String(isIn()));
    button.addEventListener('click', () => {
      const others = storedClips().filter((clip) => keyOf(clip) !== own);
      const clips = isIn() ? others : [...others, ...readClips(own)];
      const link = h('a', { href: paths.clipping() }, `选编（${clips.length}条）`);
      this.#status.replaceChildren(storeClips(clips) ? link : '浏览器不允许保存');
      show();
    });
    show();
    onReturn(() => {
      show();
      this.#status.replaceChildren();
    });
    return button;
  }

  get #article(): Element | null {
    return this.closest('article');
  }

  get #id(): string {
    return this.#article?.id ?? '';
  }

  get #address(): string {
    return `${canonical()}#${encodeURIComponent(this.#id)}`;
  }

  async #cite(): Promise<void> {
    this.#status.textContent = '';
    try {
      // Loaded on use, because most readers cite nothing.
      const { openCitations } = await load<typeof import('./citations.ts')>('citations');
      if (this.#article !== null) openCitations(this.#article, this.#address);
    } catch (error) {
      // `import` throws a TypeError where there is no network.
      if (!(error instanceof TypeError)) throw error;
      this.#status.textContent = '没有网络，打不开';
    }
  }
}

/** The page's public address, even if the page is read at another address. */
function canonical(): string {
  return (
    document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ??
    location.href.split('#')[0] ??
    ''
  );
}
