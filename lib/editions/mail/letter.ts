import type { Issue } from '#lib/content/issue.ts';
import type { Mailbox, Site } from '#lib/site/site.ts';

/** An issue as a mail: to one subscriber, or without `to` for the public file that names no recipient. */
export type Letter = { issue: Issue; site: Site; to?: Mailbox };

/** The ways to unsubscribe, as URLs. */
export type Unsubscribe = {
  urls: string[];
  /** Whether one request to the https address unsubscribes this reader (RFC 8058). */
  oneClick: boolean;
};

/** In the address of `site.yml`, where the subscriber's own goes. */
const PLACEHOLDER = '{address}';

/**
 * How the reader of a letter unsubscribes; no URL where `site.yml` names no way. An https address with the placeholder
 * is left out of a letter without a recipient: it would unsubscribe nobody.
 */
export function unsubscribeOf({ site, to }: Letter): Unsubscribe {
  const { https, mailto } = site.mail?.unsubscribe ?? {};
  const isUsable = to !== undefined || https?.includes(PLACEHOLDER) === false;
  const own = isUsable
    ? https?.replaceAll(PLACEHOLDER, encodeURIComponent(to?.address ?? ''))
    : undefined;
  return {
    urls: [
      ...(own === undefined ? [] : [new URL(own).href]),
      ...(mailto === undefined ? [] : [`mailto:${mailto}`]),
    ],
    oneClick: to !== undefined && https?.includes(PLACEHOLDER) === true,
  };
}
