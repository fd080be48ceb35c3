import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { TimedSentence } from '../../sentences.ts';
import type { Parties } from './parties.ts';
import { SURNAMES } from './surnames.ts';

/** A person whose full name the report leaves out: 卢某, 王某某, 张某甲. */
const PERSON = new RegExp(
  `(?<!某)([A-Z${SURNAMES}](?:某(?:某|[甲乙丙丁]|(?![等和与及在因以将被的为向对就均是各又也犯诉称])\\p{Script=Han}(?=[、，。；等和及]|$))?|姓(?:男子|女子)))(?!公司|平台|网|品牌|知名)`,
  'gu',
);
/** A person whose full name stands before the sentence: 顾大川犯侵犯著作权罪. */
const FULL_NAME = new RegExp(
  `(?<=^|[，、：；的]|负责人|经营者|站长|被告人|老板|员工|东主|店主|男子|女子|职员|商人|学生|司机|教师|工程师|网民|站主|馆主)([${SURNAMES}]\\p{Script=Han}{1,2})(?=犯[^，]{2,16}罪|违反[^，]{2,16}法|(?:各|分别)?(?:被)?判?处(?:有期|拘役)|获刑|获有期徒刑|被判处|被控|认罪|早前认罪|被检控)`,
  'gu',
);
/** A person of another language: 判处公司职员村濑拓也有期徒刑. */
const SENTENCED =
  /判处[^，]{0,12}?(?:员|者|男子|女子|生|主|师|家|商|负责人)((?!及|和|等|各|均|分别|父|夫|兄|其)\p{Script=Han}{2,5}?)(?=有期|监禁|拘役|徒刑)/gu;
const CRIMINAL = /提起公诉|监禁|判处|获刑|有期徒刑|拘役|管制|被告人|罪/u;

/** The accused in a criminal case. A company is not among them unless the clause says 被告单位. */
export function accusedIn({ text, masked }: Clause, sentence: TimedSentence): Parties | undefined {
  if (!CRIMINAL.test(masked)) return undefined;
  const unit = /被告单位([^，。；]{2,24}?)(?=及|、|被|犯|因|以|，|$)/u.exec(text)?.[1];
  const own = persons(text);
  const people = own.length > 0 ? own : persons(sentence.text);
  const defendants = unit === undefined ? people : [unit, ...people];
  return defendants.length === 0
    ? undefined
    : { plaintiffs: [], defendants, pair: [], appellants: [], isSuit: false, isVague: false };
}

function persons(text: string): string[] {
  const found = [PERSON, FULL_NAME, SENTENCED].flatMap((words) => [...text.matchAll(words)]);
  return [...new Set(found.sort((a, b) => a.index - b.index).map(([, name = '']) => name))];
}

const TERM =
  /(?:(?:有期徒刑|拘役|管制)[\d一二两三四五六七八九十]{1,4}(?:年|个月)(?:[零又]?[\d一二两三四五六七八九十]{1,3}个月)?|无期徒刑)(?:，?(?:并)?(?:宣告)?缓刑[\d一二两三四五六七八九十]{1,4}(?:年|个月)(?:[零又]?[\d一二两三四五六七八九十]{1,3}个月)?)?/u;
const FOREIGN_TERM = /\d{1,3}(?:个月|年)监禁|监禁\d{1,3}(?:个月|年)/u;
const ASKED = /可处|最高|应处|法定刑|建议|量刑/u;

/** The prison term that begins in a clause, with the suspension that may stand in the clause after it. */
export function sentenceIn(clause: Clause, sentence: TimedSentence): string | undefined {
  if (ASKED.test(clause.masked)) return undefined;
  if (/监禁/u.test(clause.masked)) return FOREIGN_TERM.exec(clause.text)?.[0];
  if (!/徒刑|拘役|管制(?!度)/u.test(clause.masked)) return undefined;
  const rest = sentence.text.slice(clause.start - sentence.start);
  return TERM.exec(rest)?.[0];
}
