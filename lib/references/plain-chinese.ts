import { SIMPLIFIED } from '#lib/site/traditional.ts';

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
