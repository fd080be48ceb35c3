/** A kind of plaintiff, in the words of a page, and the words by which texts call them. */
type Kind = { name: string; words: RegExp };

/** Those whom every report calls by their trade. */
const ALWAYS_NAMED: readonly Kind[] = [
  { name: '作家', words: /作家|小说家|剧作家|编剧/ },
  { name: '画家', words: /插画师|插画家|画家|画师|漫画家/ },
  { name: '摄影师', words: /摄影师|摄影家/ },
  { name: '声音演员', words: /配音演员|声优|配音员|播音员/ },
  { name: '演员', words: /(?<!配音)演员|影星|明星/ },
  { name: '音乐人', words: /词曲作者|音乐人|作曲家|作曲者|歌手/ },
  { name: '程序员', words: /程序员|软件开发者/ },
  { name: '音乐公司', words: /音乐出版商|唱片|音乐公司|音乐集团/ },
];

/** Those whom a report may call by their names alone. */
const COMPANIES: readonly Kind[] = [
  { name: '影视公司', words: /影业|影视公司|电影公司|制片厂|制片公司|好莱坞/ },
];

/** Texts mention these as the source of a report too: only a title that names them says who sues. */
const PRESS: Kind = {
  name: '报刊和出版社',
  words:
    /报社|日报|晨报|晚报|时报|邮报|报纸|周刊|杂志|新闻(?:机构|集团|出版)|通讯社|出版社|(?<!音乐)出版商/,
};

/** Words of a title for a suit, what comes before it and what comes of it. */
const ADVERSARIAL =
  /诉讼|起诉|状告|控告|指控|告上|被诉|被告|遭诉|[^投申上控倾公胜败应反]诉(?![求说苦])|官司|索赔|律师函|律师信|致函|发函|警告|禁令|和解|胜诉|败诉|判赔|获赔|判令|裁定|裁决|法官|法院|开庭|开审|宣判|驳回/;

/** Words of a text that has to do with a dispute at all. */
const DISPUTED =
  /诉|侵权|侵犯|版权|著作权|赔偿|索赔|和解|争议|质疑|不满|道歉|下架|盗|未经|授权|许可/;

/** Whether a text has to do with a dispute, if only in passing. */
export function isDisputed(text: string): boolean {
  return DISPUTED.test(text);
}

/** Whether a title tells of two sides against each other. */
export function isAdversarial(title: string): boolean {
  return ADVERSARIAL.test(title);
}

/**
 * Which kinds of plaintiffs sue in an item: those that its title names, else the only one that its text names. None
 * where the title tells of no suit.
 */
export function plaintiffsIn(title: string, text: string): string[] {
  if (!isAdversarial(title)) return [];
  const named = kindsIn(title, [...ALWAYS_NAMED, ...COMPANIES, PRESS]);
  if (named.length > 0) return named;
  const inText = kindsIn(text, [...ALWAYS_NAMED, ...COMPANIES]);
  return inText.length === 1 ? inText : [];
}

function kindsIn(text: string, kinds: readonly Kind[]): string[] {
  return kinds.filter(({ words }) => words.test(text)).map(({ name }) => name);
}

/** Whether every report on plaintiffs of this kind says so. Then those that it calls only by name are of another kind. */
export function isAlwaysNamed(kind: string): boolean {
  return ALWAYS_NAMED.some(({ name }) => name === kind);
}
