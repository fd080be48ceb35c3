import { absoluteUrl } from '#lib/site/paths.ts';
import { escapeHtml } from '#lib/syndication/html.ts';
import type { Move } from './cloudflare.ts';

/**
 * The page at an old address, for hosts that support no redirects. Browsers go on to the new address at once, and
 * search engines take that one as the canonical address.
 */
export function redirectPage({ to }: Move, origin: string, language: string): string {
  const target = escapeHtml(to);
  const canonical = escapeHtml(to.startsWith('/') ? absoluteUrl(origin, to) : to);
  return `<!DOCTYPE html><html lang="${escapeHtml(language)}"><meta charset="utf-8"><title>${target}</title><meta http-equiv="refresh" content="0; url=${target}"><link rel="canonical" href="${canonical}"><p><a href="${target}">${target}</a></html>\n`;
}
