import type { Archive } from '#lib/content/archive.ts';
import { scriptNames } from '#lib/site/browser-paths.ts';
import { paths } from '#lib/site/paths.ts';
import { memoise } from '#lib/system/memo.ts';
import { filesOf, type PublicFile } from './files.ts';
import { type PageAddress, pagesOf } from './pages.ts';

/** A script of the site; its props are its name. */
export type ScriptAddress = { path: string; kind: 'script'; props: () => string };
/** A public address: a page, a file or a script. */
export type Address = PageAddress | PublicFile | ScriptAddress;

export function isPage(address: Address): address is PageAddress {
  return address.kind !== 'script' && !isFile(address);
}

export function isFile(address: Address): address is PublicFile {
  return 'write' in address;
}

/** The page, file or script at `path`, percent-encoded or not; `undefined` where there is none. */
export function addressAt(archive: Archive, path: string): Address | undefined {
  return addressesByPath(archive).get(decodePath(path));
}

/** A path without percent-encoding. Hardly any path has one, so most are not decoded at all. */
function decodePath(path: string): string {
  return path.includes('%') ? decodeURI(path) : path;
}

/**
 * Every address by its decoded path.
 * Memoised: each redirect and each request of a file looks one up, and to list all takes 0.2 s for 520 issues.
 */
const addressesByPath = memoise(
  (archive: Archive) =>
    new Map(addressesOf(archive).map((address) => [decodePath(address.path), address])),
);

/** The public file at `path`, percent-encoded or not; `undefined` where there is none. */
export function fileAt(archive: Archive, path: string): PublicFile | undefined {
  const address = addressAt(archive, path);
  return address !== undefined && isFile(address) ? address : undefined;
}

/** Every public address of the site: the one list of what the press prints. */
export function addressesOf(archive: Archive): Address[] {
  return [
    ...pagesOf(archive),
    ...filesOf(archive),
    { path: paths.serviceWorker(), kind: 'script', props: () => 'service-worker' },
    ...scriptNames.map(
      (name): ScriptAddress => ({ path: paths.script(name), kind: 'script', props: () => name }),
    ),
  ];
}
