import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { ActType } from '../../facts.ts';
import { statesIn } from '../../states.ts';

/** A name without 《》, and where it begins in its clause. */
export type BareName = { at: number; length: number; name: string; type: ActType };

/** A character of a name; 的 and verbs end one. */
const CHAR = '(?!的|了|和|与|及|将|已|在|对|等|审议|通过|修订|修改|修正)\\p{Script=Han}';
/** What follows the whole name: 草案, 修正案, or the end of the clause. */
const AFTER_OBJECT = '(?=(?:修订|修正|修改)?草案|(?:修订|修正|修改)案|部分条文|$|[，、□]|的决定)';
const FIRST = '(?:(?:全国|国内|我国|全省|全市|全球)?首[部个份])?';

/**
 * A law as the object of a verb: 表决通过海商法修订草案. The verb marks where the name begins. Only then is a name that no
 * list has known to be one.
 */
const OBJECT = new RegExp(
  `(?:通过|审议|公布|颁布|印发|发布|出台|废止|修订|修改|制定|签署|批准|核准|御准|[一二三]读)(?:了)?(?:新修订的|修订后的|新的|关于|《)?${FIRST}((?:${CHAR}){1,14}?(?:法|条例|办法|法案|法典))${AFTER_OBJECT}`,
  'gu',
);
/** A draft is told of by more words: 就邻接权法草案启动公众咨询. */
const OF_DRAFT = new RegExp(
  `(?:就|对|批准|讨论|初审|二审|三审|提交|提请|起草|推出|提出)(?:了)?((?:${CHAR}){2,14}?(?:法|条例|办法))(?=(?:修订|修正|修改)?(?:草案|征求意见稿))`,
  'gu',
);
/** The draft of a law at the beginning of a clause: 公共文化数字资源法草案. */
const DRAFT = new RegExp(
  `^((?:(?!公布|提交|提请|宣布|发布|就|拟)${CHAR}){2,20}?(?:法|条例|办法|规定))(?=(?:修订|修正|修改)?(?:草案|二审稿|征求意见稿))`,
  'gu',
);
/** An act that the whole clause is about: 植物新品种保护条例6月1日起施行. */
const SUBJECT = new RegExp(
  `^((?:(?!该|本|此|新|这|有|相|各|多|若|一|两|公布|提交|宣布|发布)${CHAR})(?:${CHAR}){2,18}?(?:法|条例|办法))(?:修正案|修订案)?(?=(?:正式|今日|今起|将于|将自|自|于|[明今]年|下月|\\d)?[^，、□的]{0,16}(?:施行|实施|生效|获通过|表决通过|三读通过)$)`,
  'gu',
);
/** A paper of an authority: 发布数据知识产权交易指引. */
const PAPER = new RegExp(
  `(?:发布|印发|出台|公布)(?:了)?${FIRST}((?:(?!的|了|和|与|及|关于|一批|首批|典型)\\p{Script=Han}){4,20}?(?:指引|办法|条例|规定|细则|实施意见|行动计划|实施方案|管理规范))(?=$|[，、□])`,
  'gu',
);
/** A paper that is told by what it is about: 发布关于办理侵犯著作权刑事案件的司法解释. */
const UNNAMED =
  /(?:发布|印发|出台|公布)(?:了)?(关于[^，、□]{4,30}的(?:司法解释|指导意见|实施意见|若干规定|若干意见|实施方案|行动计划))$/gu;
/** 正在起草办理侵犯数字作品刑事案件适用法律若干问题的解释 */
const INTERPRETATION =
  /(?:起草|制定|研究|修订|修改|发布|出台|公布|印发)(?:了)?((?:审理|办理|适用|执行)[^，、□]{4,40}(?:的解释|的规定|若干规定|的批复))$/gu;
/** 全国人大常委会2026年度立法工作计划 */
const PLAN = new RegExp(
  `((?:全国人大常委会|国务院|(?:(?!公布|印发|发布|列入|根据|按照|提出|纳入)${CHAR}){2,6}?(?:人大常委会|人民政府|政府))?(?:20\\d{2}年度?)立法(?:工作)?[计规]划)`,
  'gu',
);
/** 「商標法」: in Taiwan the names of laws stand in quotes. A nickname is none: 俗称“声音法”. */
const QUOTED =
  /(?<!(?:命名为|取名|片名|书名|剧名|歌名|俗称|又称|被称为|被称作|称作|称为|简称|人称|绰号|所谓|号称|自称|叫做|即)(?:是|为)?)“([\p{Script=Han}A-Za-z\d]{2,24}(?:法|法案|条例|办法|公约|条约|协定|指令|施行细则|审查基准))”/gu;
const AUTHORITY = /局|部(?!分|署)|委(?!托)|办公室|厅|政府|人大|国务院|法院|检察院|总署|工信部/u;

/** 方法, 司法 and the like are no laws. */
const NO_LAW =
  /(?:[方做说想看用语技手司执立守违合依非枪书宪修变普释]法|一法|新法|该法|本法|办法草案)$|^(?:该|这|此项|上述|那|[一二三四五六七八九十两几多\d]{1,3}[种项部个件份批])|^(?:新|本|此|相关|有关|法案|法典|法|办法|条例|多部|两部|三部|一部|这部|配套|联邦|州)*$/u;

/** A law of another state: 丹麦拟修改版权法, 韩国著作权法. */
const FOREIGN_LAW =
  /(?:版权法|著作权法|专利法|商标法|外观设计法|反垄断法|数据保护法|竞争法|知识产权法)(?:案|(?![律院官庭学典案]))/gu;

/** A bill or a law by its number: 第1234/2025号法案, 第15.482号法律, AB 412号法案. */
const NUMBERED =
  /(?:第[\d/.-]{1,12}号(?:众议院|参议院|众院|参院|政府|议会|联邦|紧急|立法){0,2}|(?<![A-Z])[A-Z]{1,3}(?:\.[A-Z])?[-.]? ?\d{1,5}号?)(?:法案|法律草案|条例草案|提案|议案|法律(?!意见|文书|援助)|法令|行政令|总统令|行政命令|指令|条例|共和国法|组织法|特别法)(?![《（“□])/gu;

/** A memorandum or an agreement as an object: 签署关于加强版权合作的谅解备忘录, 批准两国间的知识产权合作协定. */
const TREATY =
  /(?:签署|签订|签下|续签|缔结|批准|核准|通过了|加入)(?:了)?(?:新的)?((?:《)?(?:(?![，。]|签署|批准)[\p{Script=Han}□\d]){0,24}?(?:谅解备忘录|合作备忘录|协定|条约|议定书))(?![》书])/gu;
/** A treaty at the beginning of a clause, without 《》: 中瑞知识产权合作协定7月1日生效. */
const OF_TREATY =
  /^((?!该|本|这|此|上述|根据|按照|依)(?:(?!将|已|自(?!由|贸|律)|于|的|签署|批准)[\p{Script=Han}—·-]){3,24}?(?:谅解备忘录|合作备忘录|协定|条约|议定书))(?=(?:将|已|自|于|正式|今|\d)[^，]{0,20}(?:签署|生效|实施|批准|施行)$)/gu;
const OF_STATES = /国|政府|部长|总局|产权局|版权局|专利局|商标局|部级|双方主管/u;

/** Companies sign memoranda too. A treaty is the object of a house; 该条约 names none. */
function isTreaty(name: string, isOfStates: boolean, words: string): boolean {
  if (
    /^《?(?:加入)?(?:该|这|此|上述|两份|多份|一份|一项|双边|双方)|和解|许可|授权|保密|转让|合资|司法协助/u.test(
      name,
    )
  )
    return false;
  if (isOfStates) return true;
  return (
    !name.endsWith('备忘录') &&
    (/^中[^国]/u.test(name) || /[议国]会|院/u.test(words) || statesIn(words).length > 1)
  );
}

/** The names in a clause that do not stand in 《》. Some may lie in others; the first is right then. */
export function bareNamesIn(
  { masked, text }: Clause,
  stateOfClause: () => string | undefined,
): BareName[] {
  const found: BareName[] = [];
  const add = (pattern: RegExp, words: string, typeOf: (name: string) => ActType | undefined) => {
    for (const match of words.matchAll(pattern)) {
      const name = match[1] ?? match[0];
      const type = typeOf(name);
      if (type === undefined) continue;
      const isQuoted = match[0].startsWith('“');
      const at = match.index + (isQuoted ? 0 : match[0].lastIndexOf(name));
      found.push({ at, length: isQuoted ? match[0].length : name.length, name, type });
    }
  };
  if (/[法令例案]/u.test(masked)) {
    const state = /法/u.test(masked) ? stateOfClause() : undefined;
    if (state !== undefined && state !== '中国') add(FOREIGN_LAW, masked, () => 'law');
    if (/\d号?[众参政议法条紧联立提总行指共组特]/u.test(masked)) add(NUMBERED, masked, () => 'law');
    add(OBJECT, masked, lawOf);
    if (/草案|意见稿/u.test(masked)) add(OF_DRAFT, masked, lawOf);
    add(DRAFT, masked, lawOf);
    if (/[行施效过]$/u.test(masked)) add(SUBJECT, masked, lawOf);
  }
  if (text.includes('“')) add(QUOTED, withoutTitles(text), lawOf);
  if (/^.{0,80}(?:法|高|局|部|委|厅|署|院)/u.test(masked))
    add(UNNAMED, masked, (name) => (/司法解释$/u.test(name) ? 'interpretation' : 'policy'));
  if (/[释定复]$/u.test(masked) && /高法|高检|两高|最高|法院|检察院/u.test(text))
    add(INTERPRETATION, masked, () => 'interpretation');
  if (masked.includes('立法')) add(PLAN, masked, () => 'policy');
  if (AUTHORITY.test(text))
    add(PAPER, masked, (name) =>
      /(?:条例|办法|规定|细则)$/u.test(name) ? 'regulation' : 'policy',
    );
  if (/备忘录|协定|条约|议定书/u.test(text)) {
    const isOfStates = OF_STATES.test(text);
    const treatyOf = (name: string) => (isTreaty(name, isOfStates, text) ? 'treaty' : undefined);
    add(TREATY, text, treatyOf);
    add(OF_TREATY, masked, treatyOf);
  }
  return found;
}

/** A text in which names in 《》 and brackets are blank, so that only quotes outside them are left. */
function withoutTitles(text: string): string {
  return text.replace(/《[^《》]{0,120}》|（[^（）]{0,120}）/gu, (words) =>
    '□'.repeat(words.length),
  );
}

function lawOf(name: string): ActType | undefined {
  if (NO_LAW.test(name)) return undefined;
  return /(?:法|法案|法典)$/u.test(name) && !name.endsWith('办法') ? 'law' : 'regulation';
}
