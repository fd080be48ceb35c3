import type { IsoDate } from '#lib/site/dates.ts';

/** What a page of a publisher says about itself. What it does not say is left out. */
export type Article = {
  title?: string;
  /** The name that the page gives its publisher. */
  publisher?: string;
  /** The host of the page, without `www.`. */
  host: string;
  /** The day of publication, in the time zone of our publication. */
  day?: IsoDate;
  author?: string;
  /** A language tag (BCP 47), as the page writes it. */
  language?: string;
  /** The address that the page gives itself, else the one that it was read from. */
  address: string;
  /** The text of the article: without navigation, adverts and the like. */
  paragraphs: string[];
  /** Why this is no article: a check whether the reader is human, a sign-in, or "not found" with status 200. */
  obstacle?: Obstacle;
};

export type Obstacle = 'challenge' | 'sign-in' | 'missing';
