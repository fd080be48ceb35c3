import type { IsoDate } from '#lib/site/dates.ts';

/**
 * What an item is told of. `case`, `law`, `event` name one story by themselves; `report`, `name`, `work` and
 * `organisation` need company; `authority`, `document` and `day` are in many stories, and are company.
 */
export const termKinds = [
  'case',
  'law',
  'event',
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

/** Something an item names. Two items that name the same have the same `key`. */
export type Term = {
  key: string;
  kind: TermKind;
  label: string;
  /** How the text writes it where that is not its label: an alias. */
  written?: string;
  place: TermPlace;
};

/** The parts of an item by their weight. */
export type Told = { date: IsoDate; title: string; lead: string; rest: string };

/** Parts an item's text behind its first sentence: news says there what it is about. */
export function tellParts(item: { title: string; text: string }, date: IsoDate): Told {
  const end = leadEnd(item.text);
  return {
    date,
    title: item.title,
    lead: item.text.slice(0, end),
    rest: item.text.slice(end),
  };
}

/** Where the first sentence of a text ends. */
export function leadEnd(text: string): number {
  const end = text.search(/[。！？\n]/);
  return end === -1 ? text.length : end + 1;
}

/** What a pattern finds in each part of an item, with the place of the part. */
export function* matchesIn(
  { title, lead, rest }: Told,
  pattern: RegExp,
): Generator<{ match: RegExpExecArray; place: TermPlace }> {
  for (const match of title.matchAll(pattern)) yield { match, place: 'title' };
  for (const match of lead.matchAll(pattern)) yield { match, place: 'lead' };
  for (const match of rest.matchAll(pattern)) yield { match, place: 'text' };
}
