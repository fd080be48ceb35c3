import { absoluteUrl } from '#lib/site/paths.ts';
import { escapeHtml } from '#lib/syndication/html.ts';
import type { Move } from './cloudflare.ts';

/**
 * The page that stands at an old address where a host knows of no redirects: it leads on at once, and
 * search engines take it for what they find there.
 */
export function redirectPage({ to }: Move, origin: string, language: string): string {
  const target = escapeHtml(to);
  const canonical = escapeHtml(to.startsWith('/') ? absoluteUrl(origin, to) : to);
  return `<!DOCTYPE html><html lang="${escapeHtml(language)}"><meta charset="utf-8"><title>${target}</title><meta http-equiv="refresh" content="0; url=${target}"><link rel="canonical" href="${canonical}"><p><a href="${target}">${target}</a></html>\n`;
}
