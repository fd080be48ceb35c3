import type { Code, Extension, State } from 'micromark-util-types';

const ASTERISK = 42;

const LETTER = /[\p{L}\p{N}]/u;
/** Digits, and letters of scripts with spaces between words. Chinese has none: bold may begin inside a sentence. */
const DIGIT_OR_WESTERN = /[\p{N}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/**
 * Asterisks between digits or Western letters are text: 5*3*2米, 2**10**3. So is a single one between a Chinese
 * character and such a one: 5米*3米*2米. CommonMark would read them as emphasis and show 532米. All others are emphasis,
 * as in 快手**全年营收**1269亿元.
 */
export const asterisksInWords: Extension = {
  text: {
    [ASTERISK]: {
      name: 'asteriskInWord',
      tokenize(effects, ok, nok) {
        const { previous } = this;
        let length = 0;
        const inside: State = (code) => {
          if (code === ASTERISK) {
            length += 1;
            effects.consume(code);
            return inside;
          }
          effects.exit('data');
          const isText =
            length === 1
              ? isIn(LETTER, previous) &&
                isIn(LETTER, code) &&
                (isIn(DIGIT_OR_WESTERN, previous) || isIn(DIGIT_OR_WESTERN, code))
              : isIn(DIGIT_OR_WESTERN, previous) && isIn(DIGIT_OR_WESTERN, code);
          return isText ? ok(code) : nok(code);
        };
        return (code) => {
          effects.enter('data');
          return inside(code);
        };
      },
    },
  },
};

function isIn(characters: RegExp, code: Code): boolean {
  return code !== null && code > 0 && characters.test(String.fromCharCode(code));
}
