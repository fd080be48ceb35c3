import type { Site } from '#lib/site/site.ts';

/**
 * An id that never changes, not even when the site moves to another address: a `tag:` URI (RFC 4151). It is made from
 * the site's tag and the given parts, never from the origin, a title or a position.
 */
export function tagUri({ tag }: Pick<Site, 'tag'>, ...parts: string[]): string {
  return `tag:${tag}:${parts.map(encodeURIComponent).join('/')}`;
}
