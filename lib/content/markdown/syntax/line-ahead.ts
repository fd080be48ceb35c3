import type { Code, Construct, State } from 'micromark-util-types';

/** The code of a line ending (micromark has negative codes for them: -5 CR, -4 LF, -3 CRLF). */
function isLineEnd(code: Code): boolean {
  return code === null || (code < -2 && code > -6);
}

/** The character of a code; micromark has codes of its own for tabs (-2) and the blanks behind them (-1). */
function characterOf(code: number): string {
  return code < 0 ? ' ' : String.fromCharCode(code);
}

/**
 * A construct for `effects.check` that reads the rest of the line and consumes nothing. It succeeds where
 * `isLookedFor` is true of the line.
 * @param mayBegin whether a line that begins with this character can be one; asked first, for speed
 */
export function lineAhead(
  mayBegin: (character: string) => boolean,
  isLookedFor: (line: string) => boolean,
): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let line = '';
      const inside: State = (code) => {
        if (code === null || isLineEnd(code)) {
          if (line !== '') effects.exit('data');
          return isLookedFor(line) ? ok(code) : nok(code);
        }
        if (line === '') effects.enter('data');
        line += characterOf(code);
        effects.consume(code);
        return inside;
      };
      return (code) =>
        code === null || isLineEnd(code) || !mayBegin(characterOf(code)) ? nok(code) : inside(code);
    },
  };
}
