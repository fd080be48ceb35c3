import { gfmTable } from 'micromark-extension-gfm-table';
import type { Construct, Extension } from 'micromark-util-types';
import { DEFINITION } from './definitions.ts';
import { lineAhead } from './line-ahead.ts';
import { endsOpenBlock, mayEndOpenBlock } from './opening-lines.ts';

const openingAhead = lineAhead(
  (character) => character === '[' || mayEndOpenBlock(character),
  (line) => endsOpenBlock(line) || DEFINITION.test(line),
);

/**
 * Ends a paragraph, and the list or quote around it, before a line that opens an item, is a source or defines a link.
 * Markdown continues a paragraph up to a blank line ("lazy continuation", CommonMark 0.31, 5.1).
 */
export const endsBeforeOpenings: Extension = {
  flow: {
    null: {
      tokenize(effects, ok, nok) {
        // micromark asks whether this line interrupts the paragraph above it. The line itself is parsed as usual.
        return this.interrupt ? effects.check(openingAhead, ok, nok) : nok;
      },
    },
  },
};

/** A row of a table has a pipe. GFM would take any text right below a table as a row. */
const rowAhead = lineAhead(
  () => true,
  (line) => line.includes('|') && !endsOpenBlock(line),
);

/** The tables of GFM, but only lines with pipes are rows. */
export const tables: Extension = { flow: { null: withPipesInRows(gfmTable()) } };

function withPipesInRows({ flow }: Extension): Construct {
  const table = flow?.null;
  if (table === undefined || Array.isArray(table)) throw new Error('No construct of tables');
  return {
    ...table,
    tokenize(effects, ok, nok) {
      return effects.check(rowAhead, table.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}
