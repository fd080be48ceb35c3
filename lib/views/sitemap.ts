import type { Archive } from '#lib/content/archive.ts';
import { absoluteUrl } from '#lib/site/paths.ts';
import type { PublicFile } from '#lib/site/public-file.ts';
import { robotsFile } from '#lib/syndication/robots.ts';
import { sitemapFiles } from '#lib/syndication/sitemap.ts';
import { isListed, pagesOf } from './pages.ts';

/** What search engines begin with: every listed page, and where that list is. */
export function sitemapFilesOf(archive: Archive): PublicFile[] {
  const { origin } = archive.site;
  const entries = pagesOf(archive)
    .filter(isListed)
    .map(({ path, updated }) => ({ url: absoluteUrl(origin, path), updated: updated() }));
  return [...sitemapFiles(origin, entries), robotsFile(origin)];
}
