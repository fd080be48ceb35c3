import { createHash } from 'node:crypto';
import type { Archive } from '#lib/content/archive.ts';
import { hashOf } from '#lib/site/kept-files.ts';
import { type Address, addressesOf, isFile, isPage } from '#lib/views/addresses.ts';
import { isListed } from '#lib/views/pages.ts';
import { redirectsOf } from '#lib/views/redirects.ts';
import { BEST_QUALITY, GOOD_QUALITY, HIGH_QUALITY } from './compress.ts';
import { type CodeFingerprints, fingerprintOf, hashFiles } from './fingerprint.ts';
import { IN_HASTE } from './release.ts';
import { inTurns } from './turns.ts';

/** The addresses of a kind come newest or most read first: those at the head of a kind are worth more. */
const BEST_ISSUES = 12;
const BEST_PAGES = 4;

/** An address, the hash of all that its file is a function of, and how well that is compressed: brotli's quality. */
export type Page = {
  address: Address;
  quality: number;
  fingerprint: string;
  /** Whether it is compressed less well than it should be. */
  inHaste: boolean;
};

/**
 * Every address with the hash of all that its file is a function of, one by one.
 * @param kept given in haste: what is not among it is compressed less well where that takes long
 */
export async function* listPages(
  code: CodeFingerprints,
  archive: Archive,
  kept?: { has: (fingerprint: string) => boolean },
): AsyncIterable<Page> {
  const counts = new Map<Address['kind'], number>();
  for await (const address of inTurns(addressesOf(archive))) {
    const { path, kind } = address;
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    const by = isFile(address) ? code.files : code.pages;
    const made = [kind, path, hashOfProps(address), ...(await readsOf(address, archive))];
    const pageOf = (quality: number, inHaste: boolean): Page => {
      return { address, quality, fingerprint: hashOf(by, String(quality), ...made), inHaste };
    };
    const page = pageOf(qualityOf(address, count), false);
    const inHaste = page.quality > GOOD_QUALITY && kept?.has(page.fingerprint) === false;
    yield inHaste ? pageOf(GOOD_QUALITY, true) : page;
  }
}

/** A feed has the same props in each format, the very same object. */
function hashOfProps(address: Address): string {
  const props: unknown = isPage(address) ? address.basis() : address.props();
  if (typeof props !== 'object' || props === null) return fingerprintOf(props);
  const known = hashes.get(props) ?? fingerprintOf(props);
  hashes.set(props, known);
  return known;
}

const hashes = new WeakMap<object, string>();

/** How well an address is compressed, before which there are so many of its kind. */
function qualityOf(address: Address, before: number): number {
  if (isFile(address)) return GOOD_QUALITY;
  if (address.kind === 'issue') return before < BEST_ISSUES ? BEST_QUALITY : GOOD_QUALITY;
  if (before >= BEST_PAGES) return GOOD_QUALITY;
  // Every page loads scripts, and no edit changes them.
  if (address.kind === 'script') return BEST_QUALITY;
  return isListed(address) ? HIGH_QUALITY : GOOD_QUALITY;
}

/** The hashes of the files that are written into an address's own. */
async function readsOf(address: Address, { readPublic }: Archive): Promise<string[]> {
  if (!isFile(address) || address.reads === undefined) return [];
  const hashes: string[] = [];
  for (const path of address.reads()) {
    const bytes = await readPublic(path);
    hashes.push(bytes === undefined ? 'not there' : hashOf(bytes));
  }
  return hashes;
}

/** The newest of all that is made in the same way: pages of a kind, files of a kind with the same ending or name. */
export function oneOfEachKind(pages: readonly Page[]): Page[] {
  const found = new Map<string, Page>();
  for (const page of pages) {
    const { kind, path } = page.address;
    const name = isFile(page.address) ? path.replace(/^.*\/|[-\d]/g, '') : '';
    const way = `${kind} ${name}`;
    if (!found.has(way)) found.set(way, page);
  }
  return [...found.values()];
}

/**
 * What the whole output is a function of: every page, the redirects, the public files, the key; and whether it was
 * made in haste.
 */
export function stampOf(
  { root, indexNowKey = '' }: { root: string; indexNowKey: string | undefined },
  archive: Archive,
  pages: readonly Page[],
): string {
  const hash = createHash('sha256').update(indexNowKey);
  hash.update(hashFiles(root, ['public'])).update(JSON.stringify(redirectsOf(archive)));
  for (const { fingerprint } of pages) hash.update(fingerprint);
  const stamp = hash.digest('hex').slice(0, 16);
  return isInHaste(pages) ? IN_HASTE + stamp : stamp;
}

/** Whether something in a site is compressed less well than it should be. */
export function isInHaste(pages: readonly Page[]): boolean {
  return pages.some(({ inHaste }) => inHaste);
}
