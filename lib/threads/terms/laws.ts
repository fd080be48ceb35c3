import { matchesIn, type Term, type Told } from './term.ts';

/** A law or a measure, in 《》 or without, of which the same title says how far it has come. */
const NAMED =
  /《([^《》]{2,60}?(?:法|条例|办法|规定|规则|细则|法案|草案|准则|指南|意见|解释))(?:[（(][^《》]*[）)])?》/gu;
const BARE =
  /(?:修订的|修正的|^|\s|[：:])([\p{Script=Han}]{2,16}?(?:法|条例|办法))(?!律|院|官|庭)/gu;
/** What stands before a law's name without being part of it. */
const NOT_NAME = /^(?:新?(?:修订|修正|修改)后?的)?(?:中华人民共和国|新)?/;
const STAGE =
  /草案|征求意见|征集|审议|一审(?![判宣开生胜认])|二审稿|三审|表决|通过|获批|批准|公布|发布|印发|出台|施行|实施|生效|修订|修正|修改|废止|最终版/;

/** The laws whose course a title tells. One that is applied, cited or broken there is not told of. */
export function readLaws(told: Told): Term[] {
  if (!STAGE.test(told.title)) return [];
  const title = { ...told, lead: '', rest: '' };
  return [NAMED, BARE].flatMap((pattern) =>
    Array.from(matchesIn(title, pattern), ({ match: [, name = ''], place }) => {
      const law = name.replace(NOT_NAME, '').replace(/草案$/, '');
      return { key: `law ${law}`, kind: 'law' as const, label: name, place };
    }),
  );
}
