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

/** Everything that is public: what every page, feed and edition is made from. */
export type Archive = {
  site: Site;
  sections: readonly Section[];
  /** The publishers that `sources.yml` lists; items may cite others. */
  sources: readonly Source[];
  topics: readonly Topic[];
  redirects: readonly Redirect[];
  /** What editors say of threads. */
  threads: readonly ThreadEntry[];
  /** Newest first. */
  issues: readonly Issue[];
  /** What the desk and the threads read in an item of an issue of that day; read once an item. */
  factsOf: (item: Item, date: IsoDate) => ItemFacts;
  /** The newest day whose issue is public: the day of reading; before the hour of publication, the day before. */
  today: IsoDate;
  /** Reads a file of `public/`, such as a picture of an issue. */
  readPublicFile: ReadPublicFile;
  /** Where findings about its issues are cached, for this process and later ones. */
  findingCache?: FindingCache;
};

/** The bytes of a file that the site serves as it is, by its path there; `undefined` where there is none. */
export type ReadPublicFile = (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
