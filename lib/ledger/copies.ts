import { z } from 'zod';
import { type IsoDate, isIsoDate } from '#lib/site/dates.ts';
import { parseJson } from '#lib/site/parse-json.ts';
import type { Fetch } from './ask-page.ts';

/** A copy of a page in an archive, and the day on which that was made. */
export type PageCopy = { url: string; day: IsoDate };

/** The services of the Wayback Machine: to have a copy made, and to find the closest one to a day. */
export const WAYBACK_SAVE = 'https://web.archive.org/save/';
export const WAYBACK_FIND = 'https://archive.org/wayback/available';

/** The answer of the availability API: https://archive.org/help/wayback_api.php. */
const availableSchema = z.object({
  archived_snapshots: z.object({
    closest: z
      .object({
        available: z.boolean(),
        url: z.url({ protocol: /^https?$/ }),
        timestamp: z.string().regex(/^\d{8,14}$/),
        status: z.string(),
      })
      .optional(),
  }),
});

/**
 * Finds the copy of a page that is closest to a day.
 * @param api the availability API, or another service that answers as it does
 * @returns the reason in a word where the service gave no answer
 */
export async function findCopy(
  fetch: Fetch,
  api: string,
  url: string,
  day: IsoDate,
  signal: AbortSignal,
): Promise<PageCopy | 'none' | { fault: string }> {
  const address = new URL(api);
  address.searchParams.set('url', url);
  address.searchParams.set('timestamp', day.replaceAll('-', ''));
  const fetched = await fetch(address.href, signal);
  if (fetched.kind !== 'response') return { fault: faultOf(fetched) };
  if (fetched.status !== 200) return { fault: String(fetched.status) };
  const answer = availableSchema.safeParse(parseJson(fetched.text));
  if (!answer.success) return { fault: 'an answer of another form' };
  const { closest } = answer.data.archived_snapshots;
  // A copy of a page that was gone already is none of the report.
  if (closest === undefined || !closest.available || !closest.status.startsWith('2')) return 'none';
  const made = dayOf(closest.timestamp);
  return made === undefined
    ? { fault: 'an answer of another form' }
    : {
        url: closest.url.replace(/^http:\/\/web\.archive\.org/, 'https://web.archive.org'),
        day: made,
      };
}

/**
 * Has a service make a copy of a page. The service leads to the copy, as the Wayback Machine's does.
 * @param service an address to which the page's is added, or in which it takes the place of `{url}`
 */
export async function saveCopy(
  fetch: Fetch,
  service: string,
  url: string,
  today: IsoDate,
  signal: AbortSignal,
): Promise<PageCopy | { fault: string }> {
  const address = service.includes('{url}')
    ? service.replace('{url}', encodeURIComponent(url))
    : `${service}${url}`;
  const fetched = await fetch(address, signal);
  if (fetched.kind !== 'response') return { fault: faultOf(fetched) };
  if (fetched.status < 200 || fetched.status > 299) return { fault: String(fetched.status) };
  if (fetched.url === new URL(address).href) return { fault: 'no address of a copy' };
  const [, stamp] = /\/(\d{14})(?:[a-z]{2}_)?\//.exec(fetched.url) ?? [];
  return { url: fetched.url, day: (stamp === undefined ? undefined : dayOf(stamp)) ?? today };
}

function faultOf(fetched: { kind: 'no-host' } | { kind: 'none'; why: string }): string {
  return fetched.kind === 'none' ? fetched.why : fetched.kind;
}

/** The day of a timestamp such as 20250331120000. */
function dayOf(timestamp: string): IsoDate | undefined {
  const day = timestamp.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3');
  return isIsoDate(day) ? day : undefined;
}
