import type { IsoDate } from '#lib/site/dates.ts';
import type { EntityIndex } from './entity-index.ts';
import type { Referent } from './reference.ts';

/**
 * What finders need besides a text: the day of its issue, the title of its item, and the entities of `entities.yml`.
 */
export type ReferenceContext = { date: IsoDate; title: string; findEntities: EntityIndex };

/** What a text refers to, and the UTF-16 offsets of the words that name it. */
export type ReferenceMatch = { start: number; end: number; referent: Referent };

/** Finds the references of one kind in a text. */
export type ReferenceFinder = (text: string, context: ReferenceContext) => ReferenceMatch[];

/** A proper name, and its UTF-16 offsets in a text. */
export type NameMatch = { start: number; end: number; name: string };
