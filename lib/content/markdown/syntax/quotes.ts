import { blockQuote } from 'micromark-core-commonmark';
import { factorySpace } from 'micromark-factory-space';
import type { Construct, Extension } from 'micromark-util-types';
import { lineAhead } from './line-ahead.ts';

const GREATER_THAN = 62;

/** A row of `>` before white space or the end of the line. */
const MARKER = /^>+(?:[\s\u3000]|$)/;

const markerAhead = lineAhead(
  (character) => character === '>',
  (line) => MARKER.test(line),
);

const quoteWithBlank: Construct = {
  name: 'quoteWithBlank',
  tokenize(effects, ok, nok) {
    return effects.check(markerAhead, blockQuote.tokenize.call(this, effects, ok, nok), nok);
  },
  continuation: {
    tokenize: (effects, ok, nok) =>
      factorySpace(effects, effects.attempt(quoteWithBlank, ok, nok), 'linePrefix'),
  },
  exit: blockQuote.exit,
};

/**
 * Quotes, whose `>` must be followed by a space: `>50%的受访者` means more than 50 %. CommonMark needs no space, and
 * would show a quote that begins with 50%.
 */
export const quotesWithBlank: Extension = {
  disable: { null: ['blockQuote'] },
  document: { [GREATER_THAN]: quoteWithBlank },
};
