import TRADITIONAL from 'opencc-js/dict/TSCharacters';

/**
 * Traditional characters and their simplified forms (the table of OpenCC). Left out are those that simplified texts
 * use too, as in 乾隆, and those outside the BMP, which would change the length of a text.
 */
const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  TRADITIONAL.split('|').flatMap((entry): [string, string][] => {
    const [traditional = '', simplified = ''] = entry.split(' ');
    const isKept =
      traditional.length === 1 && simplified.length === 1 && !/[乾著藉]/.test(traditional);
    return isKept && traditional !== simplified ? [[traditional, simplified]] : [];
  }),
);

/** Marks and full-width forms, and how the rules for references and the desk write them. */
const FORMS: ReadonlyMap<string, string> = new Map([
  ...Array.from({ length: 10 }, (_, digit): [string, string] => [
    String.fromCharCode(0xff10 + digit),
    String(digit),
  ]),
  ...Array.from(
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
    (letter): [string, string] => [String.fromCharCode(letter.charCodeAt(0) + 0xfee0), letter],
  ),
  ['．', '.'],
  ['％', '%'],
  ['「', '“'],
  ['」', '”'],
  ['『', '“'],
  ['』', '”'],
  ['﹁', '“'],
  ['﹂', '”'],
]);

const ODD = new RegExp(`[${[...SIMPLIFIED.keys(), ...FORMS.keys()].join('')}]`, 'g');

/** ASCII punctuation beside a Chinese character. */
const HALF_WIDTH =
  /(?<=[\p{Script=Han}”》）)\d%])[,;:!?](?=[\p{Script=Han}“《（\d A-Za-z])|(?<=[\p{Script=Han}”》])[,;:!?]$/gmu;
const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
};

/**
 * A text as the rules read it: simplified characters, ASCII digits and letters, Chinese punctuation and “”. Its length
 * and all offsets stay the same.
 */
export function plainChinese(text: string): string {
  return text
    .replace(ODD, (char) => SIMPLIFIED.get(char) ?? FORMS.get(char) ?? char)
    .replace(HALF_WIDTH, (mark, at: number, whole: string) =>
      // 10,000 and 20:00 keep their marks.
      /\d/.test(whole.charAt(at - 1)) && /\d/.test(whole.charAt(at + 1))
        ? mark
        : (FULL_WIDTH[mark] ?? mark),
    );
}
