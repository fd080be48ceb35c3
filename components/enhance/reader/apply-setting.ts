import { showCharacters } from './characters.ts';

/** The settings of the reader. Each is stored in the browser, and set on `<html>` before the first paint. */
export const SETTINGS = ['theme', 'size', 'leading', 'han'] as const;
export type Setting = (typeof SETTINGS)[number];

/** Applies a setting to the page. The empty value is the default. @throws TypeError where there is no network */
export function applySetting(setting: Setting, value: string): Promise<void> {
  if (value === '') delete document.documentElement.dataset[setting];
  else document.documentElement.dataset[setting] = value;
  return setting === 'han' ? showCharacters() : Promise.resolve();
}
