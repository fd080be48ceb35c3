import type { Found } from './read-references.ts';

/**
 * A case number as the courts write it: the year in brackets, the court and the kind of case, the number. Since
 * 2016 （2023）京73民终123号, before that （2009）一中民初字第1234号. A document's number has its authority before the
 * year: 国版发〔2025〕2号.
 */
const CASE =
  /[（([〔【]\s{0,2}((?:19|20)\d{2})\s{0,2}[）)\]〕】]\s{0,2}(\p{Script=Han}{1,8}\s{0,2}\d{0,6}\s{0,2}\p{Script=Han}{0,6}(?:[（(]\p{Script=Han}[）)])?\p{Script=Han}{0,6}\s{0,2}第?\s{0,2}\d{1,8}\s{0,2}号(?:之[一二三四五六七八九十\d]{1,3})?)/gu;

/** Where in the letters before the number the kind of case begins; before it stands the court. */
const KIND = /(?:知|商|海|辖|证|司|强|财|清|执|异|委|特|保|认|协|网)*(?:民|刑|行|执|破|赔|惩)/u;

/** The case numbers of a text, in the courts' own form: full-width brackets, no blanks. */
export function findCases(text: string): Found[] {
  return Array.from(text.matchAll(CASE)).flatMap((match) => {
    const [whole, year = '', rest = ''] = match;
    const body = rest.replace(/\s/g, '').replace('(', '（').replace(')', '）');
    const at = body.search(KIND);
    // Without a kind it is some other number, without a court nobody's.
    if (at < 1) return [];
    const referent = {
      kind: 'case' as const,
      number: `（${year}）${body}`,
      year: Number(year),
      court: body.slice(0, at),
    };
    return [{ start: match.index, end: match.index + whole.length, referent }];
  });
}
