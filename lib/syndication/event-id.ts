import type { IsoDate } from '#lib/site/dates.ts';
import type { Site } from '#lib/site/site.ts';
import { tagUri } from './tag-uri.ts';

/** What an event is known by. */
export type EventIdentity = {
  /** The day of the issue that first named the event, and the id of the item. */
  date: IsoDate;
  itemId: string;
  /** What kind of event it is, in a word: 开庭. */
  kind: string;
  first: IsoDate;
  /** Tells the events of one item apart that are of one kind and begin on one day: 1 for the first. */
  ordinal: number;
};

/** The id of an event, in calendars and in data: a `tag:` URI that never changes. */
export function eventId(
  site: Pick<Site, 'tag'>,
  { date, itemId, kind, first, ordinal }: EventIdentity,
): string {
  // An item that names one event of a kind on a day keeps the id that it has always had.
  const number = ordinal === 1 ? [] : [String(ordinal)];
  return tagUri(site, date, itemId, kind, first, ...number);
}
