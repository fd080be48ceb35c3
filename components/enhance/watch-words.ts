import { fold } from '#lib/site/fold.ts';
import { h } from './define.ts';
import { recall } from './store.ts';

/** 关注词: the reader's words, folded. They are parted by blanks or by what parts a Chinese list. */
export function watchWords(): string[] {
  const typed = (recall('watch') ?? '').split(/[\s、，,；;]+/);
  return typed.map(fold).filter((word) => word !== '');
}

/** Whether a text holds one of the words. */
export function holdsAny(words: readonly string[], text: string): boolean {
  const folded = words.length === 0 ? '' : fold(text);
  return words.some((word) => folded.includes(word));
}

export function watchedMark(): HTMLElement {
  return h('strong', { class: 'watched' }, '关注');
}
