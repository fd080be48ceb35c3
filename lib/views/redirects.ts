import { cardRedirects } from '#lib/cards/card-files.ts';
import type { Archive } from '#lib/content/archive.ts';
import type { Redirect } from '#lib/content/issue.ts';

/** Every old address that leads to another: what the editors list, then what the site itself moves. */
export function redirectsOf(archive: Archive): Redirect[] {
  return [...archive.redirects, ...cardRedirects(archive)];
}
