/**
 * Copies the text of an element. Where the browser refuses, the text stays selected, for the reader to copy.
 * @param rich whether the markup is copied too, for editors of formatted text
 * @returns what the reader is told
 */
export async function copyElement(source: HTMLElement, rich: boolean): Promise<string> {
  const copied = (await writeClipboard(source, rich)) || copySelected(source, rich);
  return copied ? '已复制' : '浏览器不允许复制；已经选中，请按 Ctrl+C 或 ⌘C';
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
function copySelected(source: HTMLElement, rich: boolean): boolean {
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
