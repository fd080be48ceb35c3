import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { Failure } from '#lib/site/failure.ts';

/** How long a server may take for a sitemap, in ms. */
const PATIENCE = 20_000;

/**
 * The paths of the pages that a sitemap lists, those of its parts included if it is an index.
 * @throws Failure when it cannot be fetched or is no whole sitemap
 */
export async function fetchSitemap(address: string): Promise<string[]> {
  return readSitemap(await fetchBytes(address), address);
}

/**
 * The paths of the pages in a sitemap, packed with gzip or not; the parts of an index are fetched. An index
 * lists no other index. https://www.sitemaps.org/protocol.html
 * @throws Failure when it is no whole sitemap, or a part of it cannot be fetched
 */
export async function readSitemap(bytes: Uint8Array, name: string): Promise<string[]> {
  const { kind, addresses } = parseSitemap(await unpack(bytes, name), name);
  if (kind === 'urlset') return addresses.map((address) => pathOf(address, name));
  const paths: string[] = [];
  for (const address of addresses) {
    const part = parseSitemap(await unpack(await fetchBytes(address), address), address);
    if (part.kind !== 'urlset') throw new Failure(`${name} lists ${address}, another index.`, 2);
    paths.push(...part.addresses.map((each) => pathOf(each, address)));
  }
  return paths;
}

/** The text of a sitemap: by the first bytes of gzip, whatever its name and its server say. */
async function unpack(bytes: Uint8Array, name: string): Promise<string> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder().decode(await promisify(gunzip)(bytes));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Failure(`${name} cannot be unpacked (${error.message}): fetch it anew.`, 2);
  }
}

const ENTRIES = { urlset: 'url', sitemapindex: 'sitemap' } as const;
type Sitemap = { kind: keyof typeof ENTRIES; addresses: string[] };

function parseSitemap(text: string, name: string): Sitemap {
  // Inside of an svg, parse5 reads the CDATA and the closed tags of XML as XML does.
  const tree = parseFragment(`<svg>${text}</svg>`, { sourceCodeLocationInfo: true });
  const root = elementsOf(tree).find(({ tagName }) =>
    /^([^:]+:)?(urlset|sitemapindex)$/.test(tagName),
  );
  if (root === undefined) throw new Failure(`${name} is no sitemap: it has no urlset in it.`, 2);
  // The names of XML may have a prefix, all of one kind the same: <s:urlset>, <s:url>, <s:loc>.
  const [, prefix = '', local] = /^([^:]+:)?(.*)$/.exec(root.tagName) ?? [];
  const kind = local === 'urlset' ? 'urlset' : 'sitemapindex';
  if (root.sourceCodeLocation?.endTag === undefined) {
    throw new Failure(`${name} is not whole, its end is missing: fetch it anew.`, 2);
  }
  const entries = elementsOf(root).filter(({ tagName }) => tagName === prefix + ENTRIES[kind]);
  if (entries.length === 0)
    throw new Failure(`${name} lists nothing: there is nothing to compare with.`, 2);
  const addresses = entries.map((entry) => {
    const loc = elementsOf(entry).find(({ tagName }) => tagName === `${prefix}loc`);
    return loc === undefined ? '' : textOf(loc).trim();
  });
  return { kind, addresses };
}

function elementsOf(node: DefaultTreeAdapterTypes.ParentNode): DefaultTreeAdapterTypes.Element[] {
  return node.childNodes.flatMap((child) =>
    'tagName' in child ? [child, ...elementsOf(child)] : [],
  );
}

function textOf({ childNodes }: DefaultTreeAdapterTypes.Element): string {
  return childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

function pathOf(address: string, sitemap: string): string {
  if (URL.canParse(address)) return new URL(address).pathname;
  throw new Failure(`${sitemap} lists "${address}", which is no address.`, 2);
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const fail = (why: string) => new Failure(`${address} cannot be fetched (${why}).`, 2);
  if (!URL.canParse(address)) throw fail('it is no address');
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) throw fail(`the server answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) throw fail(`no answer in ${PATIENCE / 1000} seconds`);
    if (!(error instanceof TypeError)) throw error;
    throw fail(error.cause instanceof Error ? error.cause.message : error.message);
  }
}
