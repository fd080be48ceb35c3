/** The settings of the reader. Each is stored in the browser, and set on `<html>` before the first paint. */
export const SETTINGS = ['theme', 'size'] as const;
export type Setting = (typeof SETTINGS)[number];

/** Applies a setting to the page. The empty value is the default. */
export function applySetting(setting: Setting, value: string): void {
  if (value === '') delete document.documentElement.dataset[setting];
  else document.documentElement.dataset[setting] = value;
}
