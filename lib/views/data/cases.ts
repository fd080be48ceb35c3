import type { Archive } from '#lib/content/archive.ts';
import type { CaseStep } from '#lib/desk/facts.ts';
import { type Case, casesOf } from '#lib/desk/lists/cases.ts';
import { caseSteps, caseSums } from '#lib/desk/words.ts';
import type { CasesJson } from '#lib/editions/json/lists/desk-schemas.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { caseYears } from '../cases.ts';
import { aboutList, itemsJson, MOST, reportJson, toldJson } from './common.ts';

type CaseJson = CasesJson['cases'][number];

/** The words for programs, which do not change when the pages call a step by another name. */
const STEPS: Readonly<Record<CaseStep, CaseJson['steps'][number]['step']>> = {
  起诉: 'suit filed',
  提起公诉: 'indicted',
  立案: 'accepted by the court',
  开庭: 'hearing',
  初步禁令: 'preliminary injunction',
  驳回禁令: 'injunction denied',
  裁定: 'ruling',
  一审: 'first-instance judgment',
  判决: 'judgment',
  二审: 'appeal judgment',
  二审维持: 'affirmed on appeal',
  二审改判: 'changed on appeal',
  发回重审: 'remanded',
  再审: 'retrial judgment',
  终审: 'final judgment',
  生效: 'effective',
  和解待批准: 'settlement awaiting approval',
  和解: 'settled',
  撤诉: 'withdrawn',
  执行: 'enforced',
};

/** The cases that were last in the news, or those that the page of a year lists. Each has all that its page says. */
export function casesJson(archive: Archive, year?: string): CasesJson {
  const years = caseYears(archive);
  const cases =
    year === undefined
      ? casesOf(archive).all.slice(0, MOST)
      : (years.get(year) ?? []).map((listed) => listed.case);
  return {
    ...aboutList(archive, 'cases', year, years.keys()),
    cases: cases.map((each) => caseJson(archive, each)),
  };
}

function caseJson(archive: Archive, each: Case): CaseJson {
  const { id, name, plaintiffs, defendants, state, courts, numbers, sentences } = each;
  return {
    id,
    name,
    url: absoluteUrl(archive.site.origin, paths.case(id)),
    plaintiffs,
    defendants,
    ...(state === undefined ? {} : { state }),
    courts,
    numbers,
    sums: each.sums.map(({ role, amount, currency, words, ...told }) => ({
      role,
      roleLabel: caseSums[role],
      amount,
      currency,
      words,
      ...reportJson(archive, told),
    })),
    sentences: [...sentences],
    steps: each.steps.map(({ step, day, told }) => ({
      step: STEPS[step],
      stepLabel: caseSteps[step],
      ...(day === undefined ? {} : { day }),
      ...toldJson(archive, told),
    })),
    ...itemsJson(archive, each.entries),
  };
}
