import { settings } from './page.ts';

/** A text that was typed and not saved, and the hash of the file that it was made from. */
export type Draft = { text: string; base: string; at: number };

const KEY = `dibao-text:${settings.folder}:${settings.name ?? ''}`;

/** The unsaved text that this browser has kept of the issue. */
export function readDraft(): Draft | undefined {
  const kept = localStorage.getItem(KEY);
  if (kept === null) return undefined;
  const draft: Draft = JSON.parse(kept);
  return draft;
}

/** @throws Error with a sentence when the browser has no room for it */
export function keepDraft(text: string, base: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ text, base, at: Date.now() } satisfies Draft));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw new Error('浏览器存不下没有保存的文字：关闭页面以前请先保存。');
  }
}

export function dropDraft(): void {
  localStorage.removeItem(KEY);
}
