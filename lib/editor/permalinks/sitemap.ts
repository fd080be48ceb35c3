import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { Failure } from '#lib/site/failure.ts';

/** How long a server may take for a sitemap, in ms. */
const PATIENCE = 20_000;

/**
 * The paths of the pages that a sitemap lists, those of its parts included if it is an index.
 * @throws Failure when it cannot be fetched or is no sitemap
 */
export async function fetchSitemap(address: string): Promise<string[]> {
  return readSitemap(await fetchText(address), address);
}

/**
 * The paths of the pages in the text of a sitemap; the parts of an index are fetched. An index lists no
 * other index. https://www.sitemaps.org/protocol.html
 * @throws Failure when it is no sitemap, or a part of it cannot be fetched
 */
export async function readSitemap(text: string, name: string): Promise<string[]> {
  const { kind, addresses } = parseSitemap(text, name);
  if (kind === 'urlset') return addresses.map((address) => pathOf(address, name));
  const paths: string[] = [];
  for (const address of addresses) {
    const part = parseSitemap(await fetchText(address), address);
    paths.push(...part.addresses.map((each) => pathOf(each, address)));
  }
  return paths;
}

type Sitemap = { kind: 'urlset' | 'sitemapindex'; addresses: string[] };

function parseSitemap(text: string, name: string): Sitemap {
  // Inside of an svg, parse5 reads the CDATA and the closed tags of XML as XML does.
  const elements = elementsOf(parseFragment(`<svg>${text}</svg>`));
  const kind = (['urlset', 'sitemapindex'] as const).find((root) =>
    elements.some(({ tagName }) => tagName === root),
  );
  if (kind === undefined) throw new Failure(`${name} is no sitemap: it has no urlset in it.`, 2);
  const wanted = kind === 'urlset' ? 'url' : 'sitemap';
  const addresses = elements
    .filter(({ tagName }) => tagName === wanted)
    .flatMap((entry) => elementsOf(entry).find(({ tagName }) => tagName === 'loc') ?? [])
    .map((loc) => textOf(loc).trim());
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

async function fetchText(address: string): Promise<string> {
  const fail = (why: string) => new Failure(`${address} cannot be fetched (${why}).`, 2);
  if (!URL.canParse(address)) throw fail('it is no address');
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) throw fail(`the server answered ${response.status}`);
    return await response.text();
  } catch (error) {
    if (error instanceof DOMException) throw fail(`no answer in ${PATIENCE / 1000} seconds`);
    if (!(error instanceof TypeError)) throw error;
    throw fail(error.cause instanceof Error ? error.cause.message : error.message);
  }
}
