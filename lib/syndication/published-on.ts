import { type IsoDate, instantOf } from '#lib/site/dates.ts';
import type { Site } from '#lib/site/site.ts';
import { memoise } from '#lib/system/memo.ts';

/** The instant at which the issue of a day was published. */
export function publishedOn(date: IsoDate, site: Site): Date {
  const instants = instantsOf(site);
  const instant = instants.get(date) ?? instantOf(date, site.publishTime, site.timeZone);
  instants.set(date, instant);
  return instant;
}

/** By day. Memoised: to convert the time zone for each entry takes 0.6 s of CPU for the feeds of 520 issues. */
const instantsOf = memoise((_site: Site) => new Map<IsoDate, Date>());
