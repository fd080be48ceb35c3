import type { Address } from '#lib/views/addresses.ts';

/** What the press prints, and where. */
export type Job = {
  /** The project's folder. */
  root: string;
  /** The content folder. */
  content: string;
  /** The output folder; see `Release`. */
  out: string;
  /** The folder of the caches of parsed issues and printed pages. */
  cache: string;
  /** The site's key for IndexNow, which is published in a file. */
  indexNowKey: string | undefined;
  /** A sitemap's file or address, or a git revision: the build fails if a page that was public then is lost. */
  publicBefore: string | undefined;
  /** Whether drafts and issues of later days are printed too, for a pull request. Never for a site that readers see. */
  unpublished?: boolean;
  /** For tests that look at a part of a large site: which addresses are printed, and brotli's quality for them. */
  excerpt?: Excerpt;
};

export type Excerpt = { holds: (address: Address) => boolean; quality: number };
