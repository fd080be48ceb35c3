import type { Before } from '#lib/check/permalinks/public-before.ts';
import type { ListedPage } from '#lib/check/permalinks/sitemap.ts';
import type { Archive } from '#lib/content/archive.ts';
import { absoluteUrl } from '#lib/site/paths.ts';
import { isDecodable } from '#lib/site/redirects.ts';
import { addressAt } from '#lib/views/addresses.ts';
import { isListed, pagesOf } from '#lib/views/pages.ts';
import { sitemapEntries } from '#lib/views/sitemap.ts';
import { countOf } from './service.ts';

/** An absolute address that search engines have to be told of, and why. */
export type Change = { url: string; kind: 'new' | 'changed' | 'removed' };

export type Changes = {
  changes: Change[];
  /** What cannot be told, a sentence each. */
  notes: string[];
};

/**
 * What has changed since a sitemap was written, or a git revision deployed.
 * @param since its name
 */
export function changesSince(before: Before, archive: Archive, since: string): Changes {
  if ('archive' in before) return { changes: changesBetween(before.archive, archive), notes: [] };
  const listed = sitemapEntries(archive).map(({ url, updated }) =>
    updated === undefined ? { url } : { url, lastmod: updated },
  );
  const { changes, undated } = changesSinceSitemap(before.pages, listed, archive);
  const { origin } = archive.site;
  const notes: string[] = [];
  if (!before.pages.some(({ url }) => new URL(url).origin === origin))
    notes.push(`${since} lists no page of ${origin}: all pages count as new.`);
  if (undated > 0)
    notes.push(`${since} has no date of ${countOf(undated)}: whether they changed is not known.`);
  return { changes, notes };
}

/**
 * What has changed since a sitemap was written: pages that it does not list, that have a later lastmod, or
 * that are there no more.
 * @returns with them how many pages the sitemap tells no date of, so that nobody can say
 */
function changesSinceSitemap(
  before: readonly ListedPage[],
  now: readonly ListedPage[],
  archive: Archive,
): { changes: Change[]; undated: number } {
  const known = new Map(before.map(({ url, lastmod }) => [plain(url), { lastmod }]));
  const changes: Change[] = [];
  let undated = 0;
  for (const { url, lastmod } of now) {
    const then = known.get(plain(url));
    if (then === undefined) changes.push({ url, kind: 'new' });
    else if (lastmod === undefined) continue;
    else if (then.lastmod === undefined || !isW3cDate(then.lastmod)) undated += 1;
    else if (isLater(lastmod, then.lastmod)) changes.push({ url, kind: 'changed' });
  }
  const own = before.map(({ url }) => new URL(url)).filter(isOf(archive.site.origin));
  const gone = own.filter(({ pathname }) => !isThere(archive, pathname));
  return { changes: [...changes, ...gone.map(({ href }) => removed(href))], undated };
}

/** What has changed between two archives: pages whose props, which they are a pure function of, are others. */
function changesBetween(before: Archive, now: Archive): Change[] {
  const { origin } = now.site;
  const known = new Map(
    pagesOf(before)
      .filter(isListed)
      .map(({ path, props }) => [path, JSON.stringify(props())]),
  );
  const changes = pagesOf(now)
    .filter(isListed)
    .flatMap(({ path, props }): Change[] => {
      const url = absoluteUrl(origin, path);
      const then = known.get(path);
      if (then === undefined) return [{ url, kind: 'new' }];
      return then === JSON.stringify(props()) ? [] : [{ url, kind: 'changed' }];
    });
  const gone = [...known.keys()].filter((path) => !isThere(now, path));
  return [...changes, ...gone.map((path) => removed(absoluteUrl(origin, path)))];
}

function removed(url: string): Change {
  return { url, kind: 'removed' };
}

/** Whether anything stands at a path: what is only unlisted is not removed. */
function isThere(archive: Archive, path: string): boolean {
  return !isDecodable(path) || addressAt(archive, path) !== undefined;
}

function isOf(origin: string): (url: URL) => boolean {
  return (url) => url.origin === origin;
}

/** An address in the one form in which two spellings of it are equal. */
function plain(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + (isDecodable(pathname) ? decodeURI(pathname) : pathname);
}

/** Whether a text has one of the forms of a date that sitemaps use. https://www.w3.org/TR/NOTE-datetime */
function isW3cDate(text: string): boolean {
  return /^\d{4}(-\d\d){0,2}$/.test(text) || !Number.isNaN(Date.parse(text));
}

/** Whether a date is later than another, as far as the coarser of them tells. */
function isLater(date: string, other: string): boolean {
  if (date.includes('T') && other.includes('T')) return Date.parse(date) > Date.parse(other);
  const length = Math.min(date.length, other.length, 'YYYY-MM-DD'.length);
  return date.slice(0, length) > other.slice(0, length);
}
