import { copyElement } from './page/clipboard.ts';
import { define, h } from './page/define.ts';
import { say } from './page/status.ts';

/**
 * A button that copies the text of the element that `of` names. With `rich` it copies the markup too, for editors of
 * formatted text.
 */
class CopyButton extends HTMLElement {
  connectedCallback(): void {
    if (this.firstChild) return;
    const press = () => void this.#copy();
    this.append(h('button', { type: 'button', onclick: press }, '复制'));
    const source = this.#source;
    const name = source?.closest('dd')?.previousElementSibling?.textContent ?? '正文';
    this.querySelector('button')?.setAttribute('aria-label', `复制${name}`);
  }

  get #source(): HTMLElement | null {
    return document.getElementById(this.getAttribute('of') ?? '');
  }

  async #copy(): Promise<void> {
    const source = this.#source;
    if (source === null) return;
    void say(await copyElement(source, this.hasAttribute('rich')));
  }
}

define({ 'copy-button': CopyButton });
