import { reportKey } from '#lib/content/comparison/repeated-sources.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { Pairs } from '#lib/site/pair-index.ts';
import { hashOf } from '#lib/system/hash.ts';

/** A report that a feed named and that has words of the publication's topics or entities. */
export type Report = {
  /** What it is known by for ever: `keyOf` its address. */
  key: string;
  title: string;
  url: string;
  /** The name of the publisher in `sources.yml`. */
  source: string;
  /** The day that the feed gives; left out where it gives none. */
  day?: IsoDate | undefined;
  /** The day on which the inbox first read it. */
  seen: IsoDate;
  /** The words that it was found by, as `wordMatcher` shows them. */
  words: string[];
  /** The pairs of letters of its title and summary, by which stories are compared. */
  pairs: Pairs;
};

/** So many hex digits that no two of a publication's reports have the same key. */
const DIGITS = 12;

/** The key of a report: a hash of its address, whatever its scheme, tracking parameters and last slash. */
export function keyOf(url: string): string {
  return hashOf(reportKey(url) ?? url).slice(0, DIGITS);
}

/** The day by which a report is new or old. */
export function dayOf({ day, seen }: Pick<Report, 'day' | 'seen'>): IsoDate {
  return day ?? seen;
}
