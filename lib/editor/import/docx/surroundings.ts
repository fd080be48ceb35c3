import type { Notices } from '../notices.ts';
import type { Relationship } from './relationships.ts';
import type { Parts } from './unpack.ts';
import type { Xml } from './xml.ts';

/** What reading a part of a document needs of the rest of it. */
export type Surroundings = {
  /** The file's name, for messages. */
  name: string;
  parts: Parts;
  relationships: ReadonlyMap<string, Relationship>;
  /**
   * Footnotes and endnotes, by the element that refers to them and their id. One is removed where it is referred to.
   */
  notes: Map<string, Xml[]>;
  notices: Notices;
};
