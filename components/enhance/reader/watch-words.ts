import { fold } from '#lib/site/fold.ts';
import { h } from '../page/define.ts';
import { recall } from './store.ts';

/** 关注词: the reader's watch words, folded. */
export function watchWords(): string[] {
  return typedWords().map(fold);
}

/** The watch words as they were typed. Spaces, commas and semicolons separate them, Chinese or Latin ones. */
export function typedWords(): string[] {
  return (recall('watch') ?? '').split(/[\s、，,；;]+/).filter((word) => word !== '');
}

/** Whether a text contains one of the words. */
export function holdsAny(words: readonly string[], text: string): boolean {
  const folded = words.length === 0 ? '' : fold(text);
  return words.some((word) => folded.includes(word));
}

export function watchedMark(): HTMLElement {
  return h('strong', { class: 'watched' }, '关注');
}
