import { cardRedirects } from '#lib/cards/card-files.ts';
import type { Archive } from '#lib/content/archive.ts';
import type { Redirect } from '#lib/content/issue.ts';
import { feedFormatNames } from '#lib/site/feed-formats.ts';
import { paths } from '#lib/site/paths.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';

/** Every old address that leads to another: what the editors list, then what the site itself moves. */
export function redirectsOf(archive: Archive): Redirect[] {
  return [...archive.redirects, ...cardRedirects(archive), ...threadRedirects(archive)];
}

/** Where threads lead that were joined to others, and what an editor undid: to the page, or to the item. */
function threadRedirects(archive: Archive): Redirect[] {
  return threadsOf(archive).moved.flatMap(({ from, to }) => {
    if (!('id' in to))
      return { from: paths.thread(from), to: paths.item(to.issue.date, to.item.id) };
    return [
      { from: paths.thread(from), to: paths.thread(to.id) },
      ...feedFormatNames.map((format) => ({
        from: paths.threadFeed(from, format),
        to: paths.threadFeed(to.id, format),
      })),
    ];
  });
}
