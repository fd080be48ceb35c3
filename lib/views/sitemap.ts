import type { Archive } from '#lib/content/archive.ts';
import { absoluteUrl } from '#lib/site/paths.ts';
import { robotsFile } from '#lib/syndication/robots.ts';
import { type SitemapEntry, sitemapFiles } from '#lib/syndication/sitemap.ts';
import { isListed, pagesOf } from './pages.ts';

/** The sitemap, and `robots.txt`, which says where it is. */
export function sitemapFilesOf(archive: Archive) {
  const { origin } = archive.site;
  return [...sitemapFiles(origin, sitemapEntries(archive)), robotsFile(origin)];
}

/** Every listed page with the day of its last change. */
export function sitemapEntries(archive: Archive): SitemapEntry[] {
  return pagesOf(archive)
    .filter(isListed)
    .map(({ path, updated }) => ({
      url: absoluteUrl(archive.site.origin, path),
      updated: updated(),
    }));
}
