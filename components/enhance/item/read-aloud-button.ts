import { h } from '../page/define.ts';
import { load } from '../page/load.ts';

/** A button that reads the page aloud. It is there only if the browser has a Chinese voice. */
export class ReadAloudButton extends HTMLElement {
  connectedCallback(): void {
    if (!('speechSynthesis' in window)) return;
    const show = () => {
      if (this.firstChild || !canReadAloud()) return;
      const onclick = () => void readAloud(this);
      this.append(h('button', { type: 'button', onclick }, '朗读'));
    };
    show();
    // Most browsers know their voices only some time later. Safari before 16 never tells.
    speechSynthesis.addEventListener?.('voiceschanged', show);
  }
}

/** Whether the browser has a voice for Chinese; `speech/voices.ts` chooses among them. */
export function canReadAloud(): boolean {
  return (
    'speechSynthesis' in window &&
    speechSynthesis.getVoices().some(({ lang }) => /^(zh|cmn|yue|wuu)/i.test(lang))
  );
}

/** Reads the page aloud from an element on. It is loaded on use, because most readers read by themselves. */
export async function readAloud(from: Element): Promise<void> {
  const reader = await load<typeof import('../read-aloud.ts')>('read-aloud');
  reader.readAloud(from);
}
