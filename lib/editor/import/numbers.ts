const DIGITS = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const ROMAN: [string, number][] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

/**
 * A number as Word writes it in one of its formats (ECMA-376-1, 17.18.59); `undefined` for a format that is not
 * known here, and for a number that the format has no sign for.
 */
export function writeNumber(number: number, format: string): string | undefined {
  switch (format) {
    case 'decimal':
    case 'decimalHalfWidth':
      return String(number);
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(number).replace(/\d/g, (digit) =>
        String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
      );
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return between(number, 1, 20) ? String.fromCharCode(0x245f + number) : undefined;
    case 'decimalEnclosedParen':
      return between(number, 1, 20) ? String.fromCharCode(0x2473 + number) : undefined;
    case 'decimalEnclosedFullstop':
      return between(number, 1, 20) ? String.fromCharCode(0x2487 + number) : undefined;
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number)?.toUpperCase();
    case 'lowerRoman':
      return roman(number);
    case 'upperRoman':
      return roman(number)?.toUpperCase();
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chinese(number, DIGITS, '十');
    case 'chineseLegalSimplified':
      return chinese(number, LEGAL, '拾');
    case 'ideographTraditional':
      return between(number, 1, 10) ? '甲乙丙丁戊己庚辛壬癸'.charAt(number - 1) : undefined;
    case 'ideographZodiac':
      return between(number, 1, 12) ? '子丑寅卯辰巳午未申酉戌亥'.charAt(number - 1) : undefined;
    case 'none':
      return '';
    default:
      return undefined;
  }
}

function between(number: number, least: number, most: number): boolean {
  return number >= least && number <= most;
}

/** a to z, then aa to zz. */
function letters(number: number): string | undefined {
  if (!between(number, 1, 780)) return undefined;
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.ceil(number / 26));
}

function roman(number: number): string | undefined {
  if (!between(number, 1, 3999)) return undefined;
  let left = number;
  return ROMAN.map(([sign, value]) => {
    const times = Math.floor(left / value);
    left -= times * value;
    return sign.repeat(times);
  }).join('');
}

function chinese(number: number, digits: string, ten: string): string | undefined {
  if (!between(number, 1, 99)) return undefined;
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const before = tens === 0 ? '' : `${tens === 1 ? '' : digits.charAt(tens)}${ten}`;
  return before + (ones === 0 ? '' : digits.charAt(ones));
}
