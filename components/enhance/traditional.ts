import rules from '#components/enhance/traditional.css';
import * as paths from '#lib/site/browser-paths.ts';
import { adoptStyles } from './page/adopt-styles.ts';
import { convertAround } from './traditional/convert.ts';
import { toTraditional } from './traditional/opencc.ts';
import { ShownPage } from './traditional/shown-page.ts';

let page: ShownPage | undefined;

/** Shows the page in traditional characters, and what scripts add to it. */
export async function showTraditional(): Promise<void> {
  const names = await fetchNames();
  if (page !== undefined) return;
  adoptStyles(rules);
  page = new ShownPage((text) => convertAround(text, names, toTraditional), 'zh-Hant');
  page.show();
}

/** Shows the page as it was written again, character for character. */
export function showAsWritten(): void {
  page?.showAsWritten();
  page = undefined;
}

/** The names that the publication writes otherwise than the tables would, the longest first. */
async function fetchNames(): Promise<ReadonlyMap<string, string>> {
  const response = await fetch(paths.traditionalNames());
  if (!response.ok) throw new TypeError(`Unexpected status ${response.status}`);
  const names: [string, string][] = await response.json();
  return new Map(names);
}
