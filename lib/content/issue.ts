import type { CaseFacts, EventDays, NamedAct } from '#lib/desk/facts.ts';
import type { IsoDate } from '#lib/site/dates.ts';

/**
 * HTML that has passed through remark-html's sanitizing. The shape is the one React takes for trusted
 * markup, so that nothing else can be put there by mistake.
 */
export type Html = { readonly __html: string };

/** Where something stands in a content file. Lines and columns count from 1; a column is a UTF-16 unit. */
export type FilePlace = { path: string; line: number; column: number };

export type SectionId = string;
export type TopicId = string;

/** A column of the publication, as `sections.yml` lists it. */
export type Section = { id: SectionId; name: string; aliases: string[]; description: string };

/** A publisher. One that `sources.yml` does not list has a name and a slug alone. */
export type Source = { name: string; slug: string; aliases: string[]; url?: string | undefined };

/** A subject; an item whose title or text holds one of its terms belongs to it. */
export type Topic = { id: TopicId; name: string; description: string; terms: string[] };

/** An old path of this site and the path or absolute address that took its place. */
export type Redirect = { from: string; to: string };

/** What an editor says of a thread. Items are permalinks such as `/issues/2025-06-30#bn9c3y`, not percent-encoded. */
export type ThreadEntry = {
  name?: string | undefined;
  /** Whether it is listed first. */
  pinned: boolean;
  /** Items that are in the thread, whatever they share. */
  items: string[];
  /** Items that are not, whatever they share. */
  without: string[];
};

/** A source as an item cites it: the report's own address and day where they are known. */
/** `url` is a URI, whatever letters it was typed in, so that every form of the issue names the same one. */
export type Attribution = { source: Source; url?: string; date?: IsoDate; place: FilePlace };

/** A correction printed with an item. `text` leaves out the word 更正 and its date. */
export type Correction = { date?: IsoDate; text: string };

/** What the desk and the threads are made of: all that they read in an item's title, text and sources. */
export type ItemFacts = {
  acts: NamedAct[];
  /** Left out where the item reports of no case. */
  case?: CaseFacts;
  events: EventDays[];
  /** What it names, packed by `packTerms`. */
  terms: string;
};

/** One piece of news. Its permalink is the issue's address and `#id`. */
export type Item = {
  id: string;
  title: string;
  /** The body: everything between the title and the source, corrections included, in order. */
  html: Html;
  /** The body as plain text, blocks parted by a line break. */
  text: string;
  attributions: Attribution[];
  corrections: Correction[];
  topics: TopicId[];
  place: FilePlace;
};

export type IssueSection = { section: Section; items: Item[]; place: FilePlace };

/** One number of the publication: one file. */
export type Issue = {
  date: IsoDate;
  /** 期号. */
  number?: number;
  title: string;
  summary?: string;
  editor?: string;
  draft: boolean;
  /** What stands before the first section; empty HTML where there is nothing. */
  lead: Html;
  leadText: string;
  sections: IssueSection[];
  /** The day of the newest correction, or the issue's own. */
  updated: IsoDate;
  place: FilePlace;
};
