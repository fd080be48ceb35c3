import type { PressCode } from '#lib/bundle/press-code.ts';
import type { Archive } from '#lib/content/archive.ts';
import { pathPatterns } from '#lib/site/path-patterns.ts';
import { outputFile } from '#lib/site/paths.ts';
import { redirectSource, redirectTarget } from '#lib/site/redirects.ts';
import type { PageKind } from '#lib/views/page-table.ts';
import { redirectsOf } from '#lib/views/redirects.ts';
import { writeCaddy } from './caddy.ts';
import { type Move, writeHeaders, writeRedirects } from './cloudflare.ts';
import { inlineOf } from './content-policy.ts';
import { headerRules } from './header-rules.ts';
import { writeNginx } from './nginx.ts';
import { assertPublishable } from './publishable.ts';
import { writeRclone } from './rclone.ts';
import { redirectPage } from './redirect-page.ts';

/** A picture that `import` has written: its name is a hash of its bytes. */
const HASHED = /^issues\/[\w-]+\/[0-9a-f]{10}\.[a-z]+$/;
/** How many of these pictures, the newest ones, get a header to be cached for good: Cloudflare reads 100 rules. */
const MOST_HASHED = 50;

/** What the host files are made from besides the archive. */
type Inputs = {
  /** The version of the site's code. */
  version: string;
  /** The files of `public/`, by their paths in the output folder. */
  publicFiles: readonly string[];
  code: Pick<PressCode, 'pageCode' | 'inlineScripts'>;
};

/**
 * The files that hosts read, such as `nginx.conf`, with `/healthz` and a page for each redirect. All are made from one
 * table of headers and one list of redirects.
 * @returns pairs of a name in the output folder and the text of the file
 * @throws Failure for a file of `public/` that must not be published, or that hosts would hide
 */
export function hostFiles(
  archive: Archive,
  { version, publicFiles, code }: Inputs,
): [string, string][] {
  assertPublishable(publicFiles);
  const inlineOfKind = (kind: PageKind) =>
    inlineOf(code.pageCode(kind).styles, code.inlineScripts, { manifest: kind === 'front page' });
  const hashed = publicFiles.filter((file) => HASHED.test(file)).sort();
  const rules = headerRules(
    inlineOfKind,
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
    [pathPatterns.health.slice(1), health(archive, version)],
    ...moves
      .map((move): [string, string] => [
        outputFile(move.from),
        redirectPage(move, origin, language),
      ])
      // A host sends a file as a page only if its name ends in .html.
      .filter(([file]) => file.endsWith('.html')),
  ];
}

/** Every redirect of the site, percent-encoded. */
export function movesOf(archive: Archive): Move[] {
  return redirectsOf(archive).map(({ from, to }) => ({
    from: redirectSource(from),
    to: redirectTarget(to),
  }));
}

/** The text of `/healthz`: the version of the code, and the date of the newest issue. */
function health({ issues }: Archive, version: string): string {
  return `${JSON.stringify({ status: 'ok', version, issue: issues[0]?.date ?? null })}\n`;
}
