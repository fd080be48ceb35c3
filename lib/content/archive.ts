import type { DeskEntry } from '#lib/desk/corrections/desk-entry.ts';
import type { Entity } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { Site } from '#lib/site/site.ts';
import type { FindingCache } from './finding-cache.ts';
import type {
  Issue,
  Item,
  ItemFacts,
  Redirect,
  Section,
  Source,
  ThreadEntry,
  Topic,
} from './issue.ts';
import type { Standings } from './ledger/standing.ts';

/** Everything that is public: the one input of every page, feed and edition. */
export type Archive = {
  site: Site;
  sections: readonly Section[];
  /** The publishers that `sources.yml` lists. Items may cite others too. */
  sources: readonly Source[];
  topics: readonly Topic[];
  /** What `entities.yml` lists. Those that no item names have no page. */
  entities: readonly Entity[];
  redirects: readonly Redirect[];
  /** The threads that editors correct in `threads.yml`. */
  threads: readonly ThreadEntry[];
  /** What editors correct in `desk.yml`. The lists of the desk read items through it, see `deskOf`. */
  desk: readonly DeskEntry[];
  /** What the ledger knows of the cited reports, where there is a ledger. */
  standings?: Standings;
  /** Newest first. */
  issues: readonly Issue[];
  /** What the desk and the threads read in an item. `date` is the day of its issue. Memoised. */
  factsOf: (item: Item, date: IsoDate) => ItemFacts;
  /** The last day whose issue is public: today, or yesterday before the hour of publication. */
  today: IsoDate;
  /** Reads a file of `public/`, such as a picture of an issue. */
  readPublicFile: ReadPublicFile;
  /** Where results that need several issues are cached, for this process and later ones. */
  findingCache?: FindingCache;
};

/** Reads a file of `public/` by its address on the site; `undefined` where there is none. */
export type ReadPublicFile = (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
