import type { IsoDate } from '#lib/site/dates.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import type { FileSource } from '#lib/site/public-file.ts';
import { escapeHtml } from './html.ts';
import { xmlText } from './xml-text.ts';

/** The absolute address of a page, and the day of its last change where that is known. */
export type SitemapEntry = { url: string; updated: IsoDate | undefined };

/** The root element: `urlset` lists pages, `sitemapindex` lists sitemaps. */
export type SitemapRoot = 'urlset' | 'sitemapindex';

export type SitemapFile = FileSource<
  'sitemap',
  { entries: readonly SitemapEntry[]; root: SitemapRoot }
>;

/** What one sitemap may hold: https://www.sitemaps.org/protocol.html#index. */
export type SitemapLimits = { entries: number; bytes: number };
const LIMITS: SitemapLimits = { entries: 50_000, bytes: 50 * 1024 * 1024 };

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * `sitemap.xml` with every entry. Where there are too many for one file, it lists `sitemap-1.xml` and so on instead.
 * https://www.sitemaps.org/protocol.html
 */
export function sitemapFiles(origin: string, entries: readonly SitemapEntry[]): SitemapFile[] {
  const parts = splitSitemap(entries);
  if (parts.length <= 1) return [sitemapFile(paths.sitemap(), entries, 'urlset')];
  const files = parts.map((part, index) => sitemapFile(paths.sitemap(index + 1), part, 'urlset'));
  const index = parts.map((part, number) => ({
    url: absoluteUrl(origin, paths.sitemap(number + 1)),
    updated: part
      .flatMap(({ updated }) => updated ?? [])
      .reduce<IsoDate | undefined>(later, undefined),
  }));
  return [sitemapFile(paths.sitemap(), index, 'sitemapindex'), ...files];
}

/** Splits entries, in their order, so that each part fits into one sitemap. */
export function splitSitemap(
  entries: readonly SitemapEntry[],
  limits: SitemapLimits = LIMITS,
): SitemapEntry[][] {
  const frame = Buffer.byteLength(writeSitemap([], 'urlset'));
  const parts: SitemapEntry[][] = [];
  let part: SitemapEntry[] = [];
  let bytes = frame;
  for (const entry of entries) {
    const size = Buffer.byteLength(writeEntry(entry, 'url'));
    if (part.length === limits.entries || bytes + size > limits.bytes) part = [];
    if (part.length === 0) {
      parts.push(part);
      bytes = frame;
    }
    part.push(entry);
    bytes += size;
  }
  return parts;
}

function sitemapFile(
  path: string,
  entries: readonly SitemapEntry[],
  root: SitemapRoot,
): SitemapFile {
  return {
    path,
    kind: 'sitemap',
    type: 'application/xml; charset=utf-8',
    writer: 'sitemap',
    props: () => ({ entries, root }),
  };
}

export function writeSitemap(entries: readonly SitemapEntry[], root: SitemapRoot): string {
  const element = root === 'urlset' ? 'url' : 'sitemap';
  const body = entries.map((entry) => writeEntry(entry, element)).join('');
  return xmlText(
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">\n${body}</${root}>\n`,
  );
}

function writeEntry({ url, updated }: SitemapEntry, element: 'url' | 'sitemap'): string {
  const lastmod = updated === undefined ? '' : `<lastmod>${updated}</lastmod>`;
  return `<${element}><loc>${escapeHtml(url)}</loc>${lastmod}</${element}>\n`;
}

function later(a: IsoDate | undefined, b: IsoDate): IsoDate {
  return a === undefined || b > a ? b : a;
}
