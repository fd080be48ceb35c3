import { define, h } from './define.ts';

/**
 * A button that copies the text of the element that `of` names. With `rich` it copies the markup too, for editors of
 * formatted text.
 */
class CopyButton extends HTMLElement {
  readonly #status = h('span', { role: 'status' });

  connectedCallback(): void {
    if (this.firstChild) return;
    const press = () => void this.#copy();
    this.append(h('button', { type: 'button', onclick: press }, '复制'), this.#status);
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
    this.#status.textContent = '';
    const copied =
      (await writeClipboard(source, this.hasAttribute('rich'))) || copySelected(source, this);
    // If copying fails, the text stays selected.
    this.#status.textContent = copied ? '已复制' : '浏览器不允许复制；已经选中，请按 Ctrl+C 或 ⌘C';
  }
}

/** Copies with the Clipboard API. @returns `false` where the browser has none, or does not allow it */
async function writeClipboard(source: HTMLElement, rich: boolean): Promise<boolean> {
  // The Clipboard API exists only in secure contexts.
  if (!navigator.clipboard || typeof ClipboardItem === 'undefined') return false;
  const as = (type: string, text: string) => ({ [type]: new Blob([text], { type }) });
  const forms = {
    ...as('text/plain', source.innerText),
    ...(rich ? as('text/html', source.innerHTML) : {}),
  };
  try {
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** Copies by selecting the text, as scripts did before the Clipboard API. @returns whether the browser allowed it */
function copySelected(source: HTMLElement, button: HTMLElement): boolean {
  const rich = button.hasAttribute('rich');
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', source.innerText);
    // Otherwise the browser would copy the page's own styles too.
    if (rich) event.clipboardData?.setData('text/html', source.innerHTML);
    event.preventDefault();
  };
  const selection = getSelection();
  selection?.selectAllChildren(source);
  document.addEventListener('copy', fill, { once: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  if (copied) selection?.removeAllRanges();
  return copied;
}

define({ 'copy-button': CopyButton });
