import type { Before } from '#lib/check/permalinks/public-before.ts';
import type { ListedPage } from '#lib/check/permalinks/sitemap.ts';
import type { Archive } from '#lib/content/archive.ts';
import { absoluteUrl } from '#lib/site/paths.ts';
import { isDecodable } from '#lib/site/redirects.ts';
import { addressAt } from '#lib/views/addresses.ts';
import { isListed, pagesOf } from '#lib/views/pages.ts';
import { sitemapEntries } from '#lib/views/sitemap.ts';
import { countOf } from './service.ts';

/** An absolute address that is to be submitted to search engines, and why. */
export type AddressChange = { url: string; kind: 'new' | 'changed' | 'removed' };

export type AddressChanges = {
  changes: AddressChange[];
  /** What could not be found out, a sentence each. */
  notes: string[];
};

/**
 * The addresses that have changed since a sitemap was written, or a git revision deployed.
 * @param since the name of the sitemap or the revision
 */
export function changesSince(before: Before, archive: Archive, since: string): AddressChanges {
  if ('archive' in before) return { changes: changesBetween(before.archive, archive), notes: [] };
  const listed = sitemapEntries(archive).map(({ url, updated }) =>
    updated === undefined ? { url } : { url, lastmod: updated },
  );
  const { changes, undated } = changesSinceSitemap(before.pages, listed, archive);
  const { origin } = archive.site;
  const notes: string[] = [];
  if (!before.pages.some(({ url }) => new URL(url).origin === origin))
    notes.push(`${since} lists no page of ${origin}, so all pages count as new.`);
  if (undated > 0)
    notes.push(`${since} has no date for ${countOf(undated)}, so they count as unchanged.`);
  return { changes, notes };
}

/**
 * The pages that have changed since a sitemap was written: those that it does not list, those that have a later
 * lastmod now, and those that were removed.
 * @returns `undated` is the number of pages for which the sitemap has no date, so that a change cannot be seen
 */
function changesSinceSitemap(
  before: readonly ListedPage[],
  now: readonly ListedPage[],
  archive: Archive,
): { changes: AddressChange[]; undated: number } {
  const known = new Map(before.map(({ url, lastmod }) => [normalised(url), { lastmod }]));
  const changes: AddressChange[] = [];
  let undated = 0;
  for (const { url, lastmod } of now) {
    const then = known.get(normalised(url));
    if (then === undefined) changes.push({ url, kind: 'new' });
    else if (lastmod === undefined) continue;
    else if (then.lastmod === undefined || !isW3cDate(then.lastmod)) undated += 1;
    else if (isLater(lastmod, then.lastmod)) changes.push({ url, kind: 'changed' });
  }
  const own = before.map(({ url }) => new URL(url)).filter(isOf(archive.site.origin));
  const gone = own.filter(({ pathname }) => !exists(archive, pathname));
  return { changes: [...changes, ...gone.map(({ href }) => removed(href))], undated };
}

/** The pages that differ between two archives. A page is a pure function of its props, so the props are compared. */
function changesBetween(before: Archive, now: Archive): AddressChange[] {
  const { origin } = now.site;
  const known = new Map(
    pagesOf(before)
      .filter(isListed)
      .map(({ path, props }) => [path, JSON.stringify(props())]),
  );
  const changes = pagesOf(now)
    .filter(isListed)
    .flatMap(({ path, props }): AddressChange[] => {
      const url = absoluteUrl(origin, path);
      const then = known.get(path);
      if (then === undefined) return [{ url, kind: 'new' }];
      return then === JSON.stringify(props()) ? [] : [{ url, kind: 'changed' }];
    });
  const gone = [...known.keys()].filter((path) => !exists(now, path));
  return [...changes, ...gone.map((path) => removed(absoluteUrl(origin, path)))];
}

function removed(url: string): AddressChange {
  return { url, kind: 'removed' };
}

/** Whether there is a page or a file at a path. A page that is no longer listed is not removed. */
function exists(archive: Archive, path: string): boolean {
  return !isDecodable(path) || addressAt(archive, path) !== undefined;
}

function isOf(origin: string): (url: URL) => boolean {
  return (url) => url.origin === origin;
}

/** An address without needless percent-encoding, so that two spellings of it are equal. */
function normalised(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + (isDecodable(pathname) ? decodeURI(pathname) : pathname);
}

/** Whether a text has one of the forms of a date that sitemaps use. https://www.w3.org/TR/NOTE-datetime */
function isW3cDate(text: string): boolean {
  return /^\d{4}(-\d\d){0,2}$/.test(text) || !Number.isNaN(Date.parse(text));
}

/** Whether a date is later than another, compared with the precision of the coarser one. */
function isLater(date: string, other: string): boolean {
  if (date.includes('T') && other.includes('T')) return Date.parse(date) > Date.parse(other);
  const length = Math.min(date.length, other.length, 'YYYY-MM-DD'.length);
  return date.slice(0, length) > other.slice(0, length);
}
