import type { Issue } from '#lib/content/issue.ts';
import type { Mailbox, Site } from '#lib/site/site.ts';

/** An issue as it goes into the post: to one subscriber, or to nobody in particular. */
export type Letter = { issue: Issue; site: Site; to?: Mailbox };

/** Where the reader of a letter leaves, as URLs. */
export type Leave = {
  urls: string[];
  /** Whether the https address alone tells who leaves, as RFC 8058 wants it of a List-Unsubscribe-Post. */
  oneClick: boolean;
};

const WHO = '{address}';

/**
 * How the reader of a letter unsubscribes; nothing where `site.yml` names no way. An https address that needs the
 * subscriber's own is left out of a letter to nobody in particular: it would unsubscribe nobody.
 */
export function leaveOf({ site, to }: Letter): Leave {
  const { https, mailto } = site.mail?.unsubscribe ?? {};
  const isUsable = to !== undefined || https?.includes(WHO) === false;
  const own = isUsable ? https?.replaceAll(WHO, encodeURIComponent(to?.address ?? '')) : undefined;
  return {
    urls: [
      ...(own === undefined ? [] : [new URL(own).href]),
      ...(mailto === undefined ? [] : [`mailto:${mailto}`]),
    ],
    oneClick: to !== undefined && https?.includes(WHO) === true,
  };
}
