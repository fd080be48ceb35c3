import type { Code, Extension, State } from 'micromark-util-types';

const ASTERISK = 42;

const LETTER = /[\p{L}\p{N}]/u;
/** Figures and scripts that write words with blanks between them. Chinese has bold in the middle of a sentence. */
const FIGURE = /[\p{N}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/**
 * Asterisks inside a run of letters and digits are text: 5*3*2米, 5米*3米*2米, 2**10**3. CommonMark would take them for
 * emphasis and show 532米. Between Chinese characters they are emphasis, and a pair of them beside figures is bold:
 * 快手**全年营收**1269亿元.
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
                (isIn(FIGURE, previous) || isIn(FIGURE, code))
              : isIn(FIGURE, previous) && isIn(FIGURE, code);
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
