/** What the reader can set: each kept in the browser, and set on `<html>` before the first paint. */
export const SETTINGS = ['theme', 'size'] as const;
export type Setting = (typeof SETTINGS)[number];

/** Sets a page as the reader chose; the empty value is what it has by itself. */
export function applySetting(setting: Setting, value: string): void {
  if (value === '') delete document.documentElement.dataset[setting];
  else document.documentElement.dataset[setting] = value;
}
