import type { Clause } from '#lib/references/clauses/clauses.ts';

/** Papers of a draft, which stand for any act: 意见稿, 修改要点. */
const DRAFT =
  '(?:修订|修改|修正|修法)?草案(?:修改稿|(?:二次|三次|初次)审议稿|[一二三]审稿|征求意见稿)?|修改稿|修订稿|修正案|修订案|征求意见稿|意见稿|[一二三]审稿|初稿|首稿|第?[二三四]稿|建议稿|送审稿|提案|议案|(?:修改|修正|修订|修法|立法)(?:要点|方案|纲要|建议)';
const NEW = '新规|新法|修订|修例|修法|新条例|新办法|新规定|新规则|新标准|文件|文本|全文';
const KINDS =
  '法案|法律|法典|法|办法|条例|规定|意见|通知|准则|守则|指南|规则|规范|标准|国标|方案|规划|纲要|细则|司法解释|解释|决定|指引|计划|协定|协议|备忘录|公约|条约|指令|公告|法令|规程|倡议|宣言';
const LEAD =
  '(?:(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日，|目前|据悉|其中|会后|随后|同时|此外|另外|最终|而|[次翌当同]日|当天){0,2}[，]?';
const THIS =
  '修订后的|修改后的|修正后的|新修订的|调整后的|该|本|上述|此项|这一|这部|这份|这项|前述|此次|此|新';

/** After a determiner any verb may follow; 该法院 and 该条例草案 are other words. */
const DETERMINED = new RegExp(
  `^${LEAD}(?:${THIS})(?:部|项|份|件)?(${DRAFT}|${NEW}|${KINDS}|稿)(?!院|官|庭|律|案|规|学|人|系|草案|稿|书|性|化|的)`,
  'u',
);
/** Without one only words that begin what is told of an act. */
const BARE = new RegExp(
  `^${LEAD}(${DRAFT}|${NEW}|${KINDS})(?=自|于|将|已|拟|定|正|从|经|由|\\d|[今明后去当同]年|[本上下]月|[同当次]日|尚|获|□|要求|明确|规定|共|凡|计|全文|一共|总共|合计|分|对|提出|指出|强调|在|同时|同步|现|公开|征求|向|还|设|赋予|旨在|允许|以|称|也|又|均|都|则|曾|首|即|便|就|最|并|仍|因|据此|正式|发布|公布|印发|施行|实施|生效|通过|预定|原定|列|写|把|给|禁止|适用|有效|提交|提请|刊|面向|只|仅)`,
  'u',
);

const ANY = new RegExp(`^(?:${DRAFT}|${NEW}|稿)$`, 'u');

/** The word for an act with which a clause begins, and how long the words up to its end are. */
export type Pronoun = { word: string; length: number };

export function pronounOf({ masked }: Clause): Pronoun | undefined {
  const [whole, word = ''] = DETERMINED.exec(masked) ?? BARE.exec(masked) ?? [];
  if (whole === undefined) return undefined;
  // 新规定 and 新规则 are what any act has made new.
  const isNews = /^规[定则]$/u.test(word) && whole.endsWith(`新${word}`);
  return { word: isNews ? '新规' : word, length: whole.length };
}

/** After one of these verbs it needs no determiner: 分组审议了条例修改稿. */
const OBJECT = new RegExp(
  `(?:该|这|上述|前述|此)(?:一|项|部|份|件){0,2}(${DRAFT}|${NEW}|${KINDS})$|((?:审议|通过|签署|批准|[一二三]读)了?)(?:办法|条例|规定)?(${DRAFT}|法案|条例|条约|协定)$`,
  'u',
);

/** The word for an act with which a clause ends, and where it begins: 总统11月5日签署了这项法案. */
export function objectOf({ masked }: Clause): { word: string; start: number } | undefined {
  const match = OBJECT.exec(masked);
  if (match === null) return undefined;
  const [, determined, verb = '', bare = ''] = match;
  return { word: determined ?? bare, start: match.index + verb.length };
}

/** 前者 and 后者 stand for the two acts that a sentence names. */
export function oneOfTwo<Act extends { name: string }>(
  { masked }: Clause,
  named: readonly Act[],
): { act: Act; length: number } | undefined {
  const [whole, which] = /^(?:其中|而|但)?([前后])者/u.exec(masked) ?? [];
  const [first, second] = named.slice(-2);
  if (whole === undefined || first === undefined || second === undefined) return undefined;
  if (first.name === second.name) return undefined;
  return { act: which === '前' ? first : second, length: whole.length };
}

/** Whether a word stands for this act: the name ends with it, or it is one for any act. */
export function standsFor({ word }: Pick<Pronoun, 'word'>, { name }: { name: string }): boolean {
  const bare = name.replace(/（[^（）]{0,40}）$/u, '').replace(/(?<=.)草案$/u, '');
  return ANY.test(word) || bare.endsWith(word) || endsAlike(bare, word);
}

/** Words that stand for names that end otherwise: 法律 for 商标法, 司法解释 for 《关于……的规定》 of a court. */
function endsAlike(name: string, word: string): boolean {
  if (word === '法案' || word === '法律' || word === '法')
    return /(?:法|法案|法律|法令|修正案|提案|议案)$/u.test(name);
  if (word === '司法解释') return /最高人民|关于审理|关于办理|适用/u.test(name);
  if (word === '标准' || word === '国标') return /(?:规范|规则|指南|要求|规程|标准)$/u.test(name);
  if (word === '协议' || word === '协定' || word === '条约' || word === '公约')
    return /(?:协定|协议|条约|公约|议定书)$/u.test(name);
  return false;
}
