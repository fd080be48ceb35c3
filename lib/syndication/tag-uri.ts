import type { Site } from '#lib/site/site.ts';

/**
 * The name of a thing of this site that no move of the site changes (a `tag:` URI, RFC 4151). It is made
 * of the site's tag and the steps alone: never of its origin, a title or an order.
 */
export function tagUri({ tag }: Pick<Site, 'tag'>, ...steps: string[]): string {
  return `tag:${tag}:${steps.map(encodeURIComponent).join('/')}`;
}
