import { createHash } from 'node:crypto';

/** What of a page a policy has to name: hashes of its inline styles and scripts, and whether it has a manifest. */
export type Inline = { styles: string[]; scripts: string[]; manifest: boolean };

/** Pictures in an issue may stand on any site. The site's mark is in the page. */
const PICTURES = "img-src 'self' https: data:";
const NO_BASE = "base-uri 'none'";
/** An edition for others' editors: its styles stand at its elements, as those take them. */
const STYLED = "style-src-attr 'unsafe-inline'";

/**
 * The site may be asked from every page: lists look their items up in the search shards, and whoever audits a page
 * reads `robots.txt` from it.
 */
const FETCHED = "connect-src 'self'";

/** The policy of what is no page: it has nothing, wherever it is opened. */
export const filePolicy = policy([]);
/** The policy of a worker, which is its script's. */
export const workerPolicy = policy([FETCHED]);
/** The policy of an issue as a mail: it has no script, and no form. */
export const mailPolicy = policy([STYLED, PICTURES, FETCHED, "form-action 'none'", NO_BASE]);

/**
 * The policy of a page (https://www.w3.org/TR/CSP3/): its own styles and scripts by their hashes, the site's
 * scripts by where they stand. JSON-LD is data that no policy holds up; speculation rules are not, and
 * Chromium 156 takes them by their hash alone, for all that 'inline-speculation-rules' is.
 * @param isStyled whether elements of it carry styles of their own
 */
export function pagePolicy({ styles, scripts, manifest }: Inline, isStyled = false): string {
  return policy([
    ["script-src 'self'", ...scripts].join(' '),
    ['style-src', ...styles].join(' '),
    ...(isStyled ? [STYLED] : []),
    PICTURES,
    FETCHED,
    ...(manifest ? ["manifest-src 'self'"] : []),
    "form-action 'self'",
    NO_BASE,
  ]);
}

function policy(directives: string[]): string {
  return ["default-src 'none'", ...directives, "frame-ancestors 'none'"].join(';');
}

/** What a policy has to name of a page with this style sheet and these inline scripts. */
export function inlineOf(
  styles: string,
  scripts: readonly string[],
  { manifest = false }: { manifest?: boolean } = {},
): Inline {
  return { styles: [hashSource(styles)], scripts: scripts.map(hashSource), manifest };
}

/** The styles and scripts of both, each once. */
export function joinInline(one: Inline, other: Inline): Inline {
  return {
    styles: [...new Set([...one.styles, ...other.styles])],
    scripts: [...new Set([...one.scripts, ...other.scripts])],
    manifest: one.manifest,
  };
}

/** A source expression of CSP for an inline style or script. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
