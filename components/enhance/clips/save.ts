import { h } from '../page/define.ts';

/** Offers a file to the reader as a download with this name. */
export function save(name: string, blob: Blob): void {
  const href = URL.createObjectURL(blob);
  const link = h('a', { href, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
