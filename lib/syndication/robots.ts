import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { type PublicFile, publicFile } from '#lib/site/public-file.ts';

/** `robots.txt`, RFC 9309: everything may be read, and the sitemap is where it says. */
export function robotsFile(origin: string): PublicFile {
  return publicFile({
    path: paths.robots(),
    kind: 'sitemap',
    type: 'text/plain; charset=utf-8',
    props: () => absoluteUrl(origin, paths.sitemap()),
    write: (sitemap) => `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`,
  });
}
