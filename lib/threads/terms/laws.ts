import { type ItemParts, matchesIn, type Term } from './term.ts';

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

/** The laws that a title names together with a step in their making. One that is only applied or cited is no story. */
export function readLaws(parts: ItemParts): Term[] {
  if (!STAGE.test(parts.title)) return [];
  const title = { ...parts, lead: '', rest: '' };
  return [QUOTED, BARE].flatMap((pattern) =>
    Array.from(matchesIn(title, pattern), ({ match: [, name = ''], place }) => {
      const law = name.replace(NOT_NAME, '').replace(/草案$/, '');
      return { key: `law ${law}`, kind: 'law' as const, label: name, place };
    }),
  );
}
