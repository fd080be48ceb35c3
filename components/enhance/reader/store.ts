import type { KeptKey } from '#lib/site/kept-in-browser.ts';

/**
 * Reads a value from the browser's storage; `undefined` when there is none, or when storage is forbidden: then
 * every access throws.
 */
export function recall(key: KeptKey): string | undefined {
  try {
    return localStorage.getItem(`dibao.${key}`) ?? undefined;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/** Stores a value, or removes it (`undefined`). @returns whether the browser allowed it */
export function remember(key: KeptKey, value: string | undefined): boolean {
  try {
    if (value === undefined) localStorage.removeItem(`dibao.${key}`);
    else localStorage.setItem(`dibao.${key}`, value);
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
