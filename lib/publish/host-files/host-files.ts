import type { Archive } from '#lib/content/archive.ts';
import { pathPatterns } from '#lib/site/path-patterns.ts';
import { outputFile } from '#lib/site/paths.ts';
import { redirectTarget } from '#lib/site/redirects.ts';
import { addressesOf, isPage } from '#lib/views/addresses.ts';
import type { PageKind } from '#lib/views/pages.ts';
import { redirectsOf } from '#lib/views/redirects.ts';
import { writeCaddy } from './caddy.ts';
import { type Move, writeHeaders, writeRedirects } from './cloudflare.ts';
import { type Inline, readInline } from './content-policy.ts';
import { headerRules } from './header-rules.ts';
import { writeNginx } from './nginx.ts';
import { writeRclone } from './rclone.ts';
import { redirectPage } from './redirect-page.ts';

/** A picture as an import names it: by its bytes. */
const HASHED = /^issues\/.*\/[0-9a-f]{10}\.[a-z]+$/;
/** How many of them are told to be kept for good, the newest: Cloudflare reads 100 rules. */
const MOST_HASHED = 50;

/** What the host files are made from besides the archive. */
export type Printed = {
  /** The version of the site's code. */
  version: string;
  /** The files of `public/`, by their paths in the output folder. */
  publicFiles: readonly string[];
  /** What was printed at an address of the site. */
  read: (path: string) => Promise<string>;
};

/** What was read of the first page of a kind: a press that goes on printing finds most as they were. */
const read = new Map<PageKind, { page: string; inline: Inline }>();

function inlineOf(kind: PageKind, page: string): Inline {
  const last = read.get(kind);
  if (last?.page === page) return last.inline;
  const inline = readInline(page);
  read.set(kind, { page, inline });
  return inline;
}

/**
 * The files that tell hosts and those who watch them about the site, by their names in the output folder:
 * all from one table of headers and one list of redirects.
 */
export async function hostFiles(archive: Archive, printed: Printed): Promise<[string, string][]> {
  const inline = new Map<PageKind, Inline>();
  for (const { kind, path } of addressesOf(archive).filter(isPage))
    if (!inline.has(kind)) inline.set(kind, inlineOf(kind, await printed.read(path)));
  const hashed = printed.publicFiles.filter((file) => HASHED.test(file)).sort();
  const rules = headerRules(
    inline,
    hashed.slice(-MOST_HASHED).map((file) => `/${file}`),
  );
  const moves = movesOf(archive);
  const { origin, language } = archive.site;
  return [
    ['_headers', writeHeaders(rules)],
    ['_redirects', writeRedirects(moves)],
    ['nginx.conf', writeNginx(rules, moves)],
    ['Caddyfile', writeCaddy(rules, moves)],
    ['rclone.sh', writeRclone(rules)],
    [pathPatterns.health.slice(1), health(archive, printed.version)],
    ...moves
      .map((move): [string, string] => [
        outputFile(move.from),
        redirectPage(move, origin, language),
      ])
      // Elsewhere than at a page's address a page would not be taken for one.
      .filter(([file]) => file.endsWith('.html')),
  ];
}

/** Every redirect of the site, percent-encoded. */
export function movesOf(archive: Archive): Move[] {
  return redirectsOf(archive).map(({ from, to }) => ({
    from: encodeURI(decodeURI(from)),
    to: redirectTarget(to),
  }));
}

/** `/healthz`: that the site is there, which code made it and how far it goes. */
function health({ issues }: Archive, version: string): string {
  return `${JSON.stringify({ status: 'ok', version, issue: issues[0]?.date ?? null })}\n`;
}
