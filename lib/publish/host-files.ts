import type { Archive } from '#lib/content/archive.ts';
import { editionTypes } from '#lib/site/edition-types.ts';
import { feedFormats, opmlType } from '#lib/site/feed-formats.ts';
import { paths } from '#lib/site/paths.ts';
import { redirectTarget } from '#lib/site/redirects.ts';
import { redirectsOf } from '#lib/views/redirects.ts';

/** The response headers of every file whose path begins with `path` and ends with `ending`. */
type HeaderRule = { path: string; ending: string; headers: Record<string, string> };

/**
 * The headers of the site, wherever it is served. No two rules give a file the same header: Cloudflare Pages
 * would join both values by a comma, which is no media type.
 */
export const headerRules: readonly HeaderRule[] = [
  {
    path: '/',
    ending: '',
    headers: {
      'Cache-Control': 'public, max-age=0, must-revalidate',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
    },
  },
  // Not every host knows what these endings mean, and some know no charset for text. All know JSON.
  ...Object.entries(editionTypes)
    .filter(([ending]) => ending !== 'json')
    .map(([ending, type]) => typeRule(`.${ending}`, type)),
  typeRule('.txt', 'text/plain; charset=utf-8'),
  typeRule('.xml', 'application/xml; charset=utf-8', paths.sitemap().replace('.xml', '')),
  // What a feed is cannot be told from `.xml` and `.json`.
  ...Object.values(feedFormats).map(({ file, type }) => typeRule(file, `${type}; charset=utf-8`)),
  typeRule(paths.feedList().slice(1), `${opmlType}; charset=utf-8`),
];

function typeRule(ending: string, type: string, path = '/'): HeaderRule {
  return { path, ending, headers: { 'Content-Type': type } };
}

/** `_headers`, as Cloudflare Pages and Netlify read it. */
export function headersFile(): string {
  return headerRules
    .map(({ path, ending, headers }) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
      return [`${path}*${ending}`, ...lines].join('\n');
    })
    .join('\n\n')
    .concat('\n');
}

/** `_redirects`, as Cloudflare Pages and Netlify read it; our own host does too. */
export function redirectsFile(archive: Archive): string {
  return redirectsOf(archive)
    .map(
      ({ from, to }) => `${encodeURI(decodeURI(from))} ${redirectTarget(to)} 308
`,
    )
    .join('');
}

/** The redirects of a `_redirects` file, by their old path as it is meant, not encoded. */
export function readRedirectsFile(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines
      .map((line) => line.split(' '))
      .map(([from = '', to = '']) => [decodeURIComponent(from), to]),
  );
}
