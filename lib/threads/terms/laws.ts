import type { ItemParts, Term } from './term.ts';

/** The name of a law or a measure in 《》. */
const QUOTED =
  /《([^《》]{2,60}?(?:法|条例|办法|规定|规则|细则|法案|草案|准则|指南|意见|解释))(?:[（(][^《》]*[）)])?》/gu;
/** The name of one without 《》. */
const BARE =
  /(?:修订的|修正的|^|\s|[：:])([\p{Script=Han}]{2,16}?(?:法|条例|办法))(?!律|院|官|庭)/gu;
/** Words that stand before a law's name and are no part of it. */
const NOT_NAME = /^(?:新?(?:修订|修正|修改)后?的)?(?:中华人民共和国|新)?/;
/** A word for a step in the making of a law, from its draft to its repeal. */
const STAGE =
  /草案|征求意见|征集|审议|一审(?![判宣开生胜认])|二审稿|三审|表决|通过|获批|批准|公布|发布|印发|出台|施行|实施|生效|修订|修正|修改|废止|最终版/;

/** Words that end like the name of a law. */
const NOT_LAW =
  /^(?:最高法|.*(?:执法|司法|立法|合法|违法|非法|依法|做法|方法|算法|说法|看法|用法|手法|语法|书法|魔法))$/;
/** Who does what to a law, in the midst of a name without marks: 丹麦议会拟修改版权法 is 丹麦版权法. */
const STEP_WITHIN =
  /(?:议会|国会|[参众上下]议院|人大常委会|人大|政府|内阁)?(?:拟|将|正式|正在|表决|审议|首次|二次|三次){0,3}(?:修改|修订|修正|制定|审议|通过|公布|发布|出台|印发|施行|实施|废止)/;

/** Words before a law that is only applied, cited or explained. */
const CITED =
  /(?:依据?|依照|根据|按照?|适用|援引|引用|引述|违反|谈及|提及|谈到|解读|讲解|学习|宣讲|宣传|普及|落实|贯彻|对照)$/;

/** So much of the end of a law's name, at least, stands for the whole: 档案利用条例 for 某省档案利用条例. */
const SHORTENED = 6;

/**
 * The laws that a title names together with a step in their making. One that is only applied or cited is no story. Where
 * a title has the end of a name and the text the whole name in 《》, the whole name counts.
 */
export function readLaws(parts: ItemParts): Term[] {
  const { title, lead, rest } = parts;
  if (!STAGE.test(title)) return [];
  const quoted = namesIn(title, QUOTED);
  const plain = namesIn(title, BARE).map((name) =>
    name.replace(NOT_NAME, '').replace(STEP_WITHIN, ''),
  );
  const whole = namesIn(`${lead}${rest}`, QUOTED).filter((name) =>
    isShortenedIn(title, lawOf(name)),
  );
  const named = [...quoted, ...(whole.length > 0 ? whole : plain)].filter(
    (name) => !NOT_LAW.test(name),
  );
  return named.map((label) => ({ key: `law ${lawOf(label)}`, kind: 'law', label, place: 'title' }));
}

function namesIn(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern))
    .filter(({ index }) => !CITED.test(text.slice(Math.max(0, index - 4), index)))
    .map(([, name = '']) => name);
}

/** The name that a law has from its draft on. */
function lawOf(name: string): string {
  return name.replace(NOT_NAME, '').replace(/草案$/, '');
}

function isShortenedIn(title: string, law: string): boolean {
  if (law.length <= SHORTENED) return false;
  const at = title.indexOf(law.slice(-SHORTENED));
  if (at === -1) return false;
  const mark = title.lastIndexOf('《', at);
  const start = mark > title.lastIndexOf('》', at) ? mark : at;
  return !CITED.test(title.slice(Math.max(0, start - 4), start));
}
