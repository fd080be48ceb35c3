import type { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import { listPublicFiles } from '#lib/content/folder/public-folder.ts';
import type { Issue } from '#lib/content/issue.ts';
import type { Site } from '#lib/site/site.ts';

/** The address of each picture, as remark-html writes it. */
const PICTURE = /<img(?: [^<>]*?)? src="([^"]*)"/g;

/**
 * Reports pictures that no reader would see: those that are not in `public/`, those whose names are written in another
 * case, and those of `http://`, which the page's Content-Security-Policy blocks.
 * @param root the folder that `public/` is in
 */
export function checkPictures(
  issues: readonly Issue[],
  diagnostics: readonly Diagnostics[],
  root: string,
): void {
  let names: PublicNames | undefined;
  // Most issues have no pictures: the list of files is made only when it is needed.
  const published = () => {
    names ??= namesIn(root);
    return names;
  };
  const files = new Map(diagnostics.map((file) => [file.path, file]));
  for (const issue of issues) {
    for (const address of addressesIn(issue)) {
      const reason = reasonOf(address, published);
      const file = reason === undefined ? undefined : files.get(issue.place.path);
      if (reason === undefined || file === undefined) continue;
      const message = file.report('picture-missing', reason, placeOf(address, file.text));
      // A draft is not published, so its faults must not stop a build.
      if (issue.draft) message.fatal = false;
    }
  }
}

/** Reports an emblem of `site.yml` that is not in `public/`. */
export function checkEmblem(
  { publicSecurityEmblem: path }: Pick<Site, 'publicSecurityEmblem'>,
  diagnostics: readonly Diagnostics[],
  root: string,
): void {
  const reason = path === undefined ? undefined : reasonOf(path, () => namesIn(root));
  const file = diagnostics.find((each) => /(?:^|[\\/])site\.yml$/.test(each.path));
  if (reason === undefined || path === undefined || file === undefined) return;
  const place = file.text.indexOf(path);
  file.report('picture-missing', reason, place === -1 ? 0 : place);
}

function addressesIn({ lead, sections }: Issue): Set<string> {
  const bodies = [lead, ...sections.flatMap(({ items }) => items.map(({ html }) => html))];
  const addresses = bodies
    .filter(({ __html }) => __html.includes('<img'))
    .flatMap(({ __html }) => Array.from(__html.matchAll(PICTURE), ([, address = '']) => address));
  return new Set(addresses.map((address) => address.replaceAll('&#x26;', '&')));
}

/** What is wrong with the address of a picture; `undefined` where nothing is. Other sites are not asked. */
function reasonOf(address: string, published: () => PublicNames): string | undefined {
  if (/^http:/i.test(address))
    return `Unexpected picture of \`${address}\`, which this site does not show, expected https:// or a file in public/`;
  if (!address.startsWith('/') || address.startsWith('//')) return undefined;
  const path = decoded(address.split(/[?#]/, 1)[0] ?? '');
  const { exact, byFold } = published();
  if (exact.has(path)) return undefined;
  const other = byFold.get(fold(path));
  const suggestion = other === undefined ? '' : ` (did you mean ${other}?)`;
  return `Unexpected picture ${path}, which is not there, expected a file public${path}${suggestion}`;
}

/** The paths of the files in `public/`; `byFold` finds a path without regard to case and Unicode composition. */
type PublicNames = { exact: ReadonlySet<string>; byFold: ReadonlyMap<string, string> };

function namesIn(root: string): PublicNames {
  const names = listPublicFiles(root).map((name) => `/${name}`);
  return { exact: new Set(names), byFold: new Map(names.map((name) => [fold(name), name])) };
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** What comes before the address of a picture in Markdown, in the picture itself or in a definition. */
const ADDRESS_START = /\](?:\(|:)\s*<?/g;

/** The offset of an address in a file, percent-encoded there or not; 0 where it is escaped in another way. */
function placeOf(address: string, text: string): number {
  const meant = decoded(address);
  for (const { 0: opening, index } of text.matchAll(ADDRESS_START)) {
    const start = index + opening.length;
    // A letter takes at most nine characters when it is encoded.
    const written = decoded(text.slice(start, start + 9 * meant.length + 1));
    // Another address may begin with this one.
    if (written.startsWith(meant) && /^(?:$|[)>\s"'])/.test(written.slice(meant.length)))
      return start;
  }
  return 0;
}

/** A percent-decoded address. Bytes that are no UTF-8 become U+FFFD. */
function decoded(address: string): string {
  return address.replace(/(?:%[\da-f]{2})+/gi, (bytes) =>
    new TextDecoder().decode(
      Uint8Array.from(bytes.slice(1).split('%'), (byte) => Number.parseInt(byte, 16)),
    ),
  );
}
