import { absoluteUrl, paths } from '#lib/site/paths.ts';
import type { FileSource } from '#lib/site/public-file.ts';

/** `robots.txt` (RFC 9309): programs may read everything. It names the sitemap. */
export function robotsFile(origin: string): FileSource<'text', string> {
  return {
    path: paths.robots(),
    kind: 'sitemap',
    type: 'text/plain; charset=utf-8',
    writer: 'text',
    props: () => `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(origin, paths.sitemap())}\n`,
  };
}
