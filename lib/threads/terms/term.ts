import type { IsoDate } from '#lib/site/dates.ts';

/**
 * The kinds of what an item names. A `case`, a `law`, an `event` and a `total` (the running figure of a year) name one
 * story by themselves, and so do `goods` and a work that are `infringed`, what `plaintiffs` of one kind sue for, what a
 * `defendant` is sued for, and the `piracy` of one kind of works. A `report`, a `name`, a `work` and an `organisation`
 * link two items only if the items share more. An `authority`, a `document` and a `day` are in many stories, and mostly
 * serve as that more.
 */
export const termKinds = [
  'case',
  'law',
  'event',
  'total',
  'goods',
  'infringed',
  'plaintiffs',
  'defendant',
  'piracy',
  'report',
  'name',
  'work',
  'organisation',
  'authority',
  'document',
  'day',
] as const;
export type TermKind = (typeof termKinds)[number];

/** Where an item names something, the weightiest first: its title, its first sentence, the rest. */
export const termPlaces = ['title', 'lead', 'text'] as const;
export type TermPlace = (typeof termPlaces)[number];

/** Something that an item names. Two items that name the same thing have terms of the same `key`. */
export type Term = {
  key: string;
  kind: TermKind;
  label: string;
  /** How the item spells it, where that is not its label: an alias. */
  written?: string;
  place: TermPlace;
};

/** The text of an item in the parts that terms are read from. `lead` is the first sentence, `date` the day. */
export type ItemParts = { date: IsoDate; title: string; lead: string; rest: string };

/** Splits an item's text behind its first sentence, in which news says what it is about. */
export function splitItem(item: { title: string; text: string }, date: IsoDate): ItemParts {
  const end = leadEnd(item.text);
  return {
    date,
    title: item.title,
    lead: item.text.slice(0, end),
    rest: item.text.slice(end),
  };
}

/** The index of the first character after the first sentence of a text. */
export function leadEnd(text: string): number {
  const end = text.search(/[。！？\n]/);
  return end === -1 ? text.length : end + 1;
}

/** The matches of a pattern in each part of an item, with the place of the part. */
export function* matchesIn(
  { title, lead, rest }: ItemParts,
  pattern: RegExp,
): Generator<{ match: RegExpExecArray; place: TermPlace }> {
  for (const match of title.matchAll(pattern)) yield { match, place: 'title' };
  for (const match of lead.matchAll(pattern)) yield { match, place: 'lead' };
  for (const match of rest.matchAll(pattern)) yield { match, place: 'text' };
}
