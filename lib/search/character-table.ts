import { SIMPLIFIED } from '#lib/site/traditional.ts';
import type { CharacterTable } from './traditional.ts';

/** The table that the search page loads when a query or a text may be written in traditional characters. */
export function characterTable(): CharacterTable {
  return {
    traditional: [...SIMPLIFIED.keys()].join(''),
    simplified: [...SIMPLIFIED.values()].join(''),
  };
}
