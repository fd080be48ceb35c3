import type { Code, Construct, State } from 'micromark-util-types';

/** The code of a line ending (micromark has negative codes for them: -5 CR, -4 LF, -3 CRLF). */
function isLineEnd(code: Code): boolean {
  return code === null || (code < -2 && code > -6);
}

/** The character of a code. micromark has special codes for tabs (-2) and the spaces that fill them up (-1). */
function characterOf(code: number): string {
  return code < 0 ? ' ' : String.fromCharCode(code);
}

/**
 * A construct for `effects.check`. It reads the rest of the line, consumes nothing, and succeeds if `matches` returns
 * true for the line.
 * @param mayBegin whether a line that matches can begin with this character. It is called first, for speed.
 */
export function lineAhead(
  mayBegin: (character: string) => boolean,
  matches: (line: string) => boolean,
): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let line = '';
      const inside: State = (code) => {
        if (code === null || isLineEnd(code)) {
          if (line !== '') effects.exit('data');
          return matches(line) ? ok(code) : nok(code);
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
