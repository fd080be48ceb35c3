import { SURNAMES } from './surnames.ts';

/** A person by profession and name: 书法家贺知远写的. The name ends where a verb or a particle follows. */
const PERSON = new RegExp(
  `(?:作家|作者|画家|艺术家|书法家|漫画家|小说家|作曲家|科学家|专家|企业家|发明家|收藏家|雕塑家|舞蹈家|摄影师|设计师|插画师|工程师|画师|律师|教师|讲师|厨师|演员|歌手|画手|写手|选手|乐手|鼓手|主播|博主|网红|编剧|导演|声优|艺人|模特|记者|学者|译者|编者|教授|农民|村民|店主|股东)([${SURNAMES}]\\p{Script=Han}{1,2}?)(?=[写画拍在将把向对诉称说的与和因以于被是为就所指提获曾从用控，。、（；：“]|创作|起诉|状告|控告|认为|表示|主张|要求|发现|上诉|不服|索赔|告上|去年|今年|\\d)`,
  'gu',
);
/** A body or a person by kind and a name in quotation marks: 网红“阿澄”, 视频平台“瓜瓜直播”. */
const QUOTED =
  /(?:平台|应用|网站|公司|品牌|网店|店铺|工作室|软件|网红|博主|主播|作者|作家|歌手|组合|乐队|团队)“([^“”，。]{2,12})”(?!案|商标|图案|系列|一书|形象)/gu;

/** The names that an item introduces by saying what they are. Without that a name like 贺知远 is not known to be one. */
export function introducedIn({ title, text }: { title: string; text: string }): string[] {
  const whole = `${title}\n${text}`;
  return [PERSON, QUOTED].flatMap((words) =>
    Array.from(whole.matchAll(words), ([, name = '']) => name),
  );
}
