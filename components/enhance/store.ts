/**
 * A value that this browser keeps for the reader; `undefined` when there is none, or when the browser
 * keeps nothing for anyone (storage can be closed, and then even asking throws).
 */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(`dibao.${key}`) ?? undefined;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/** Keeps a value, or forgets it. @returns whether the browser kept it */
export function remember(key: string, value: string | undefined): boolean {
  try {
    if (value === undefined) localStorage.removeItem(`dibao.${key}`);
    else localStorage.setItem(`dibao.${key}`, value);
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
