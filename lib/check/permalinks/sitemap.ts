import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { Failure, networkFault } from '#lib/system/failure.ts';

/** How long a server may take for a sitemap, in ms. */
const PATIENCE = 20_000;

/** A page in a sitemap: its absolute address and, if there is one, its date or time in a W3C format. */
export type ListedPage = { url: string; lastmod?: string };

/**
 * Fetches a sitemap. If it is an index of sitemaps, their pages are fetched too.
 * @throws Failure when it cannot be fetched, or is no complete sitemap
 */
export async function fetchSitemap(address: string): Promise<ListedPage[]> {
  return readSitemap(await fetchBytes(address), address);
}

/**
 * Reads the pages of a sitemap, which may be compressed with gzip. The sitemaps of an index are fetched; an index must
 * not list another index. https://www.sitemaps.org/protocol.html
 * @param name the file or address, for messages
 * @throws Failure when it is no complete sitemap, or a sitemap of an index cannot be fetched
 */
export async function readSitemap(bytes: Uint8Array, name: string): Promise<ListedPage[]> {
  const { kind, entries } = parseSitemap(await unpack(bytes, name), name);
  if (kind === 'urlset') return entries.map((entry) => withAddress(entry, name));
  const pages: ListedPage[] = [];
  for (const { url } of entries) {
    const part = parseSitemap(await unpack(await fetchBytes(url), url), url);
    if (part.kind !== 'urlset') throw new Failure(`${name} lists ${url}, another index.`, 2);
    for (const entry of part.entries) pages.push(withAddress(entry, url));
  }
  return pages;
}

/** The text of a sitemap. Gzip is recognised by its first bytes, because names and servers may be wrong about it. */
async function unpack(bytes: Uint8Array, name: string): Promise<string> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder().decode(await promisify(gunzip)(bytes));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Failure(`${name} cannot be decompressed (${error.message}): fetch it again.`, 2);
  }
}

const ENTRIES = { urlset: 'url', sitemapindex: 'sitemap' } as const;
type Sitemap = { kind: keyof typeof ENTRIES; entries: ListedPage[] };

function parseSitemap(text: string, name: string): Sitemap {
  // parse5 is a parser of HTML. Inside an `<svg>` it reads CDATA and `<tag/>` as XML does.
  const tree = parseFragment(`<svg>${text}</svg>`, { sourceCodeLocationInfo: true });
  const root = elementsOf(tree).find(({ tagName }) =>
    /^([^:]+:)?(urlset|sitemapindex)$/.test(tagName),
  );
  if (root === undefined) throw new Failure(`${name} is no sitemap: it has no urlset in it.`, 2);
  // XML names may have a namespace prefix, the same in the whole sitemap: <s:urlset>, <s:url>, <s:loc>.
  const [, prefix = '', local] = /^([^:]+:)?(.*)$/.exec(root.tagName) ?? [];
  const kind = local === 'urlset' ? 'urlset' : 'sitemapindex';
  if (root.sourceCodeLocation?.endTag === undefined) {
    throw new Failure(`${name} is incomplete, its end is missing: fetch it again.`, 2);
  }
  const entries = elementsOf(root).filter(({ tagName }) => tagName === prefix + ENTRIES[kind]);
  if (entries.length === 0)
    throw new Failure(`${name} lists nothing: there is nothing to compare with.`, 2);
  const read = entries.map((entry) => {
    const parts = elementsOf(entry);
    const textIn = (local: string) => {
      const part = parts.find(({ tagName }) => tagName === prefix + local);
      return part === undefined ? '' : textOf(part).trim();
    };
    const lastmod = textIn('lastmod');
    return { url: textIn('loc'), ...(lastmod === '' ? {} : { lastmod }) };
  });
  return { kind, entries: read };
}

function elementsOf(node: DefaultTreeAdapterTypes.ParentNode): DefaultTreeAdapterTypes.Element[] {
  return node.childNodes.flatMap((child) =>
    'tagName' in child ? [child, ...elementsOf(child)] : [],
  );
}

function textOf({ childNodes }: DefaultTreeAdapterTypes.Element): string {
  return childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

function withAddress(entry: ListedPage, sitemap: string): ListedPage {
  if (URL.canParse(entry.url)) return entry;
  throw new Failure(`${sitemap} lists "${entry.url}", which is no address.`, 2);
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const fail = (why: string) => new Failure(`${address} cannot be fetched (${why}).`, 2);
  if (!URL.canParse(address)) throw fail('it is no address');
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) throw fail(`the server answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    const fault = networkFault(error, PATIENCE);
    throw fault === undefined ? error : fail(fault);
  }
}
