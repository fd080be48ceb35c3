import type { ReferenceFinder, ReferenceMatch } from '../finder.ts';

/** A year in brackets, and all up to 号. There may be spaces and a second pair of brackets: 民三(知)初字. */
const CANDIDATE =
  /[（(〔［[【]\s{0,2}([\d０-９]{4})\s{0,2}[）)〕］\]】]([\p{Script=Han}\d０-９（）()、,，\-－—~～ \u3000\u00a0]{2,40}?)号(\s{0,2}之\s{0,2}[一二三四五六七八九十\d]{1,3}(?!审))?/gu;

/**
 * The code of the court, the kind of the case, and one or more numbers. Until 2015 the form was 民初字第1号, and the
 * Supreme People's Court had no code (法〔2015〕137号 gave it 最高法).
 */
const NUMBER =
  /^(\p{Script=Han}{0,8}?\d{0,4})((?:知|民|刑|行|商|执|破|赔|财|证|司|认)[\p{Script=Han}（）]{0,9}?)((?:字第?|第)?)(\d{1,7}(?:[、－—～至]\d{1,7})*)$/u;

/** A stage of proceedings: 初 first instance, 终 second, 申 petition … A number without one is not that of a case. */
const STAGE = /[初终再申监辖特执破复异保撤抗提调督清他赔惩认]/;

/**
 * Finds the case numbers in a text and writes them as courts do: （2023）京73民终123号. 123、124号 are two cases. Numbers
 * of official papers, 国版发〔2025〕2号, are not case numbers.
 */
export const findCases: ReferenceFinder = (text, { date }) =>
  [
    ...Array.from(text.matchAll(CANDIDATE)).flatMap((match) => readCandidate(match, date)),
    ...Array.from(text.matchAll(EUROPEAN), readEuropean),
  ].sort((a, b) => a.start - b.start);

/** A case of the Court of Justice (C-) or the General Court (T-) of the European Union, with the year's last two digits. */
const EUROPEAN = /(?<![\p{L}\d-])([CT])[-‑–](\d{1,4})\/(\d{2})(?![\d/])(?: P(?![\p{L}]))?/gu;

function readEuropean(match: RegExpExecArray): ReferenceMatch {
  const [whole, court = '', number = '', digits = ''] = match;
  // The court's first cases are of 1953.
  const year = Number(digits) + (Number(digits) < 53 ? 2000 : 1900);
  const referent = {
    kind: 'case' as const,
    number: `${court}-${number}/${digits}${whole.endsWith(' P') ? ' P' : ''}`,
    year,
    court: court === 'C' ? '欧盟法院' : '欧盟普通法院',
  };
  return { start: match.index, end: match.index + whole.length, referent };
}

function readCandidate(match: RegExpExecArray, date: string): ReferenceMatch[] {
  const [whole, digits = '', middle = '', suffix = ''] = match;
  const year = Number(digits.normalize('NFKC'));
  // No case is older than the People's courts, or from a year after the issue.
  if (year < 1949 || year > Number(date.slice(0, 4))) return [];
  const parts = NUMBER.exec(canonical(middle));
  const [, court = '', kind = '', old = '', list = ''] = parts ?? [];
  if (parts === null || !STAGE.test(kind) || !hasValidCode(court, old)) return [];
  const referents = list.split(/[、－—～至]/).map((number) => ({
    kind: 'case' as const,
    number: `（${year}）${court}${kind}${old}${number}号`,
    year,
    court: court || '最高法',
  }));
  const start = match.index;
  const end = start + whole.length;
  const [only] = referents;
  if (referents.length === 1 && only !== undefined) {
    const number = only.number + canonical(suffix);
    return [{ start, end, referent: { ...only, number } }];
  }
  return referents.map((referent) => ({ start, end, referent }));
}

/** Since 2016 every court has a code. Only numbers in the older form (字第) may be without one. */
function hasValidCode(court: string, old: string): boolean {
  return court !== '' || old !== '';
}

function canonical(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[(]/g, '（')
    .replace(/[)]/g, '）')
    .replace(/[,，]/g, '、')
    .replace(/-/g, '－')
    .replace(/~/g, '～');
}
