import type { IsoDate } from '#lib/site/dates.ts';
import type { EntityIndex } from './entity-index.ts';
import type { Referent } from './reference.ts';

/** What a text is read with: the day of its issue, its item's title, and what finds the entities of `entities.yml`. */
export type ReferenceContext = { date: IsoDate; title: string; findEntities: EntityIndex };

/** A referent, and where a text names it: UTF-16 offsets. */
export type ReferenceMatch = { start: number; end: number; referent: Referent };

/** Finds the references of one kind in a text. */
export type ReferenceFinder = (text: string, context: ReferenceContext) => ReferenceMatch[];

/** A proper name, and its UTF-16 offsets in a text. */
export type NameMatch = { start: number; end: number; name: string };
