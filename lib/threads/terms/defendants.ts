/** What stands before the one who is accused: `起诉B`, `警告B`, `向B发律师函`, `对B提起诉讼`. */
const ACCUSED_AFTER =
  /(?:起诉|状告|控告|指控|警告|致函|告上法庭的|(?<![投申上控倾公胜败应反起])诉(?!讼|求|说|苦))((?:[^\s，、。；]|(?<=[a-z]) (?=[A-Z])){2,30})|(?:向|对|针对)([^，、。；]{2,24}?)(?:提起|发起|发出|发函|发律师函|提出)/g;
/** Words right behind a defendant: `B被诉`, `B遭A起诉`. */
const ACCUSED_BEFORE =
  /(?:^|\s)([^\s，、。；]{2,16}?)(?:再度|再次|又|也)?[被遭](?:[^\s，、。；]{0,16}?)(?:起诉|状告|指控|告上|索赔|诉)/g;
/** Where the name ends and what it is accused of begins. */
const NAME_ENDS =
  /侵犯|侵权|泄露|抄袭|盗用|盗播|盗录|使用|未经|擅自|抓取|复制|停止|要求|销售|拖欠|一审|二审|终审|再审|开庭|宣判|违反|不正当|案|用|的/;
/** The trade of a company, before its name. */
const TRADE =
  /^[\p{Script=Han}A-Z]{0,8}?(?:公司|企业|引擎|平台|厂商|巨头|网站|应用|机器人)(?=.{2})/u;

/** The ones whom a title says to be accused, each by a name that is the same wherever a title accuses it. */
export function readDefendants(title: string): string[] {
  const found = [...title.matchAll(ACCUSED_AFTER), ...title.matchAll(ACCUSED_BEFORE)];
  return [...new Set(found.flatMap(([, after, before]) => nameIn(after ?? before ?? '')))];
}

/** A name in Latin letters, else what stands before the accusation, without its trade. */
function nameIn(text: string): string[] {
  const end = text.search(NAME_ENDS);
  const phrase = (end === -1 ? text : text.slice(0, end)).replace(TRADE, '');
  const latin = /\p{Script=Latin}[\p{Script=Latin}\d .&-]{1,30}/u.exec(phrase)?.[0];
  const name = latin ?? phrase.replace(/(?:公司|集团|网站|平台)$/, '');
  const plain = name.replace(/[“”‘’《》]/g, '').trim();
  return plain.length >= 2 ? [plain] : [];
}
