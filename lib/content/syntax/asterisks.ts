import type { Code, Extension, State } from 'micromark-util-types';

const ASTERISK = 42;

/** What is one word with its neighbour in any script. */
const WORD = /[\p{L}\p{N}]/u;
/** Figures and scripts that write words with blanks between them. Chinese has bold in the middle of a sentence. */
const SPACED_WORD = /[\p{N}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/**
 * Asterisks inside a run of letters and digits are text: 5*3*2米, 长*宽*高, 2**10**3. CommonMark would take them for
 * emphasis and show 532米. A pair of asterisks beside Chinese is bold: 快手**全年营收**1269亿元.
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
          const word = length === 1 ? WORD : SPACED_WORD;
          return isIn(word, previous) && isIn(word, code) ? ok(code) : nok(code);
        };
        return (code) => {
          effects.enter('data');
          return inside(code);
        };
      },
    },
  },
};

function isIn(word: RegExp, code: Code): boolean {
  return code !== null && code > 0 && word.test(String.fromCharCode(code));
}
