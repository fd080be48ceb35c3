import { createHash } from 'node:crypto';

/** What the policy of a page depends on: hashes of its inline styles and scripts, and whether it has a manifest. */
export type Inline = { styles: string[]; scripts: string[]; manifest: boolean };

/** Pictures in an issue may come from any site. The site's icon is a `data:` address in the page. */
const PICTURES = "img-src 'self' https: data:";
const NO_BASE = "base-uri 'none'";
/** The 公众号 and mail editions have `style` attributes, because their editors and mail programs take no style sheets. */
const STYLED = "style-src-attr 'unsafe-inline'";

/**
 * Every page may fetch from the site: scripts read items from the search shards, and tools that audit a page fetch
 * `robots.txt`.
 */
const FETCHED = "connect-src 'self'";

/** The policy of files that are no pages: nothing is allowed. */
export const filePolicy = policy([]);
/** The policy of a worker; it comes with the worker's script. */
export const workerPolicy = policy([FETCHED]);
/** The policy of an issue as a mail: it has no script, and no form. */
export const mailPolicy = policy([STYLED, PICTURES, FETCHED, "form-action 'none'", NO_BASE]);

/**
 * The policy of a page (https://www.w3.org/TR/CSP3/): it allows the page's inline styles and scripts by their hashes,
 * and the site's script files by `'self'`. JSON-LD is data, which needs no permission. Speculation rules need their
 * hash: Chromium 156 does not accept `'inline-speculation-rules'` alone.
 * @param isStyled whether the page has `style` attributes
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

/** What the policy of a page with this style sheet and these inline scripts depends on. */
export function inlineOf(
  styles: string,
  scripts: readonly string[],
  { manifest = false }: { manifest?: boolean } = {},
): Inline {
  return { styles: [hashSource(styles)], scripts: scripts.map(hashSource), manifest };
}

/** The styles and scripts of two kinds of pages, each once. */
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
