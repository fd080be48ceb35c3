import type { DeskFacts } from '#lib/desk/facts.ts';
import type { IsoDate } from '#lib/site/dates.ts';

/**
 * HTML that remark-html has sanitized. It has the shape that React wants for trusted markup
 * (`dangerouslySetInnerHTML`), so that a plain string cannot be passed there by mistake.
 */
export type Html = { readonly __html: string };

/** Where something stands in a content file. Lines and columns count from 1; a column is a UTF-16 unit. */
export type FilePlace = { path: string; line: number; column: number };

export type SectionId = string;
export type TopicId = string;

/** A section of the publication, as `sections.yml` lists it. */
export type Section = { id: SectionId; name: string; aliases: string[]; description: string };

/** A publisher. One that `sources.yml` does not list has only a name and a slug. */
export type Source = {
  name: string;
  slug: string;
  aliases: string[];
  url?: string | undefined;
  hosts?: string[] | undefined;
};

/** A feed that `sources.yml` names, and the name of the publisher there. */
export type Feed = { source: string; url: string };

/** The pages of the desk that a topic may follow. */
export type FollowedDesk = 'cases' | 'laws';

/**
 * A subject. An item belongs to it for one of three reasons: its title or text contains one of the `terms`; it names
 * one of the `entities` (ids of `entities.yml`); or it reports a case or an act, where `desk` is `cases` or `laws`.
 */
export type Topic = {
  id: TopicId;
  name: string;
  description: string;
  terms: string[];
  entities: string[];
  desk?: FollowedDesk | undefined;
  /** Other words for its name that search looks for too. */
  synonyms?: string[] | undefined;
};

/** An old path of this site, and the path or absolute address that replaced it. */
export type Redirect = { from: string; to: string };

/**
 * An entry of `threads.yml`, which corrects a thread. Items are permalinks such as `/issues/2025-06-30#bn9c3y`, not
 * percent-encoded.
 */
export type ThreadEntry = {
  name?: string | undefined;
  /** Whether it is listed first. */
  pinned: boolean;
  /** Items that belong to the thread, whatever the rules for threads say. */
  items: string[];
  /** Items that do not belong to it, whatever the rules for threads say. */
  without: string[];
  /**
   * Left out while the story goes on. A day: items of later issues do not join by themselves. A sentence on how it
   * ended, or an empty text: those that are newer than all of `items` do not.
   */
  ended?: string | undefined;
};

/**
 * A source as an item cites it, with the address and the day of the report where they are given. `url` is a URI
 * (ASCII), so that all editions of the issue give the same address.
 */
export type Attribution = { source: Source; url?: string; date?: IsoDate; place: FilePlace };

/** A correction printed with an item. `text` leaves out the word 更正 and its date. */
export type Correction = { date?: IsoDate; text: string };

/** All that the desk and the threads read in an item's title, text and sources. */
export type ItemFacts = {
  /** Acts, cases and events. */
  desk: DeskFacts;
  /** The entities that the item names, by their ids in `entities.yml`. */
  entities: string[];
  /** The names, laws, places and so on that threads compare, packed by `packTerms`. */
  terms: string;
};

/** One piece of news. Its permalink is the issue's address and `#id`. */
export type Item = {
  id: string;
  title: string;
  /** The body: everything between the title and the source, with the corrections. */
  html: Html;
  /** The body as plain text, with a line break between blocks. */
  text: string;
  attributions: Attribution[];
  corrections: Correction[];
  /** In an item that was not read from a cache they are found when first asked for: some topics need its facts. */
  topics: TopicId[];
  place: FilePlace;
};

/** A section of one issue, with its items in order. */
export type IssueSection = { section: Section; items: Item[]; place: FilePlace };

/** One issue of the publication. It is one file. */
export type Issue = {
  date: IsoDate;
  /** The number that editors give it (期号). */
  number?: number;
  title: string;
  summary?: string;
  editor?: string;
  draft: boolean;
  /** The text before the first section; empty if there is none. */
  lead: Html;
  leadText: string;
  sections: IssueSection[];
  /** The day of the newest correction, or of the issue. */
  updated: IsoDate;
  place: FilePlace;
};
