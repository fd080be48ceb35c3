import { SURNAMES } from './surnames.ts';

/** Nouns of groups that sue: 三名作家. A party may be called by one, with a word before it: 音乐出版商, 跨境网店. */
const GROUPS =
  '网站|作家|小说家|作者|出版商|出版社|插画师|画师|画家|漫画家|摄影师|音乐人|作曲人|词曲作者|艺术家|演员|配音演员|声优|歌手|编剧|导演|记者|设计师|开发者|程序员|工程师|创作者|主播|教师|学者|译者|用户|读者|消费者|股东|唱片公司|影业公司|电影公司|制片方|制片公司|新闻机构|(?:新闻)?出版机构|媒体|报社|报纸|通讯社|图书馆|大学|学校|网店|店铺|商家|卖家|经营者|权利人|版权方|出品方|运营方|集体管理组织|行业协会|书商|书店|厂商|供应商|平台';
/** Endings of the names of companies and other bodies. */
const BODIES =
  '公司|集团|科技|文化|影业|传媒|网络|文学|游戏|互娱|互动|娱乐|体育|唱片|图库|出版|出版社|书局|书店|书屋|书房|书院|影视|动漫|动画|数据|数媒|教育|听书|音像|音乐|传播|工作室|工房|事务所|协会|学会|联盟|基金会|研究院|研究所|大学|学院|医院|中心|银行|酒店|民宿|餐厅|超市|商行|商店|网店|厂|社|馆|网|店|坊|阁|文创|文旅|传奇|短剧|电商|百科|百科全书|词典|兄弟|影城|剧院|乐园|品牌|商城|百货|酒业|食品|药业|制药|服饰|服装|化妆品|能源|汽车|通信|股份|种业|农科|农业|茶业|工坊|医疗|环保|电器|电子|光电|光学|仪器|智能|智算|控股|实业|日报|晚报|朝报|时报|邮报|新闻社|新闻|贸易|贸易行|资讯行|商贸|制造|重工|材料|新材|化工|建设|物流|租赁|咨询|置业|餐饮|广播|放送|电视台|卫视|电台|家居|陶瓷|灯饰|玩具|婚纱|模具|阀门|电机|机械|软件|信息|视觉|设计|映画|企画|企划|创作|创意|字库|字坊|饮食|补习班|幼儿园|画廊|影院|剧场|频道|管理局|产权局|商标局|专利局';

const GROUP = new RegExp(`(?:${GROUPS})$`, 'u');
const BODY = new RegExp(`(?:${BODIES})$`, 'u');
const LATIN_WORDS = "[\\p{Lu}0-9][\\p{Script=Latin}0-9.&'’!+ -]{0,48}";
const LATIN = new RegExp(`^(?=.*\\p{Script=Latin}{2})${LATIN_WORDS}(?:${BODIES})?$`, 'u');
const PERSON_WORDS = `(?:[A-Z${SURNAMES}]某(?:某|[甲乙丙丁])?|[${SURNAMES}][○〇]\\p{Script=Han}?|[${SURNAMES}](?:姓\\p{Script=Han}{2,4}|先生|女士|小姐|男|女))`;
const PERSON = new RegExp(
  `^(?:${PERSON_WORDS}|\\p{Script=Han}{1,6}(?:·\\p{Script=Han}{1,8}){1,3})$`,
  'u',
);
const QUOTED = /^“([^“”]{2,20})”$/u;

/** What no name holds outside quotation marks: words of grammar, of a court and of its orders. */
const NO_PART =
  /^一(?![汽品嗨诺])|(?<!^)[何于]|^(?:开发|利用|运营|经营|销售|制作|生产|提供|抓取|复制|上传|下载|盗[录印版用]|架设|搭建|租用|购买|组织|伙同|另案|另行)|具体|整体|独特|实质|核心|原有|^何[人时种处以]|^于[是此]|[的了着在将把被向为就对以因但而也则已均都还再最更很没是由从其此该这那若虽且只仅所令判诉讼辩称控驳额靠]|[，。；：、？！《》□]|[与和及或又](?=$)|^[与和及或又并有不上下]|代表|[尚并从]未|未[经获能予曾必]|认为|表示|指出|强调|反驳|宣布|要求|请求|申请|作出|成为|提起|提出|起诉|审理|审结|裁定|撤回|停止|使用|保留|主张|公布|刊出|发布|索赔|求偿|赔偿|支付|赔付|返还|侵权|侵犯|侵害|擅自|和解|达成|可能|是否|如何|什么|涉及|涉嫌|违反|违背|违法|依法|依照|依据|根据|按照|通过|经过|进行|继续|开始|有关|报道|连带|共同|同日|次日|当日|[万亿\d]元|[美欧日韩港卢]元|新台币|港币|人民币|上月|下月|上周|去年|今年|自行|准许|批准|允许|委任|入禀|公开|道歉|法院|法庭|法官|分庭|检察|一审|二审|终审|案件|原判|收案|告终|收兵|形式|损害|剧情|没有|有罪|全部|无法|无权|无需|之间|方面|曾经|负责|经营的/u;
/** What companies do: 字体公司 and 网络科技公司 are no names. */
const INDUSTRIES =
  '互动|网络|科技|信息|技术|文化|影视|传媒|游戏|餐饮|软件|电子|贸易|商贸|动漫|音乐|出版|图书|数码|智能|设计|广告|体育|直播|视频|玩具|服装|食品|家居|制造|电商|经纪|字体|字库|图库|图片|摄影|影业|影像|唱片|演艺|演出|动画|漫画|文创|文旅|旅游|旅行|航空|电影|电视|语音|翻译|数据|芯片|搜索|社交|物流|家具|家电|服饰|珠宝|饮料|酒店|医疗|制药|农业|制片|制作|发行|运营|关联|外贸|人工智能|大模型|插画|绘本|模型|创意|纺织|面料|建材|会展|母|子';
/** Words for money that is paid. None of them is a party: 版税, 执行款. */
const PAID = /(?:款|费|税|酬|(?<!信)息|薪|金额|[押定奖佣罚偿约资]金|分成|份额|损失)$/u;
/** Words for a party that do not say who it is. */
const NOBODY = new RegExp(
  `^(?:他|她|它|他们|她们|它们|双方|对方|各方|多方|方|公司|原告|被告|被告人|两被告|侵权者|公众|自己|当事人|前者|后者|之前|此前|用户|消费者|平台|权利人|媒体|厂商|厂家|商家|权利|我方|首家|第三家|案|集体|(?:${INDUSTRIES}){1,3}(?:有限)?公司|上诉人|被上诉人|申请人|被申请人|代表|负责人|运营商|运营方|开发商|律师|一方|员工|店家|记者|法官|发起人|开发者方|(?:原|最|起|当|早|先|此|之|事|其|随|而|目|日|从)(?:先|本|初|来|前|后|即|今|中|时)|后来|如今|一度|同样|同时|再次|再度|首次|多次|屡次|直接|间接|单独|总共|合计|依然|仍然|居然|果然|终于)$`,
  'u',
);

/** What stands before a name and is no part of it. */
const LEAD =
  /^(?:据[^，]{1,20}?(?:报道|消息)|遭到?|依|另有|还有|其中|以及|包括|由|因|对|将|将与|与|和|同|向|其|被(?!告)|该|涉案|上述|这些|一起|原告|被告人?|被告单位|上诉人|被上诉人|申请人|被申请人|权利人|美国|英国|德国|法国|日本|韩国|荷兰|丹麦|加拿大|澳大利亚|印度|本地|国内|知名|著名|主犯|从犯|员工|(?:\d+|[两二三四五六七八九十百数多]+|若干)(?:余|多)?(?:名|家|位|个|款|起|间)|一批|一家|一名|是|系|即|了|最终|最后|裁定|批准|准许|准予|允许|同意|改判|受理|并|又|也|还|再|则|即|即便|当时)/u;
const TAIL =
  /(?:(?<![高中初平同何])等\p{Script=Han}{0,8}|(?<![高中初平])等[\d]{1,4}\p{Script=Han}{0,8}|[一二三四五六七八九十两\d]{1,3}(?:家|名|位)\p{Script=Han}{2,8}|[（(][^（）()]{0,40}[)）]|方面|一方|一案|群体|们|与|和|及|又|也|再|还|则|已|均|都|即|共同|联合|连带|分别|随后|先后|次日|同日|当日|集体|自愿|主动|自行|撤回了?|正式|上周|本周|接连|早前|日前|近日|此前|入禀|上周|上月|去年|今年|昨日|昨天|今日)$/u;
/** Where a group is found: 甲、乙等平台的189家网店. */
const PLACE_OF_GROUP =
  /^[^，]{1,30}等[^，、的]{0,8}的(?=(?:\d+|[两二三四五六七八九十数多]+)(?:余|多)?(?:家|名|位|个)[^，、]{2,8}$)/u;

/** For whom a group sues: 四名作家代表约十八万名权利人. */
const FOR_OTHERS =
  /(?<=[^，]{2})代表(?:约|近|超|逾|全体|其他|所有|[\d一二两三四五六七八九十百千万数])[^，]{0,30}$/u;

/** Words for what a party is, right before a name in Chinese: 平台运营方澜页信息, 文创企业青瓷里. */
const KIND_BEFORE_HAN =
  /^[^，]{0,16}?(?:(?:运营|经营|开发|权利|申请|著作权|被许可|许可)[者人]|(?:运营|开发|出品|制作|制片|平台|主办|承办|发行|版权|权利|投资|委托|受托|生产|销售|供应|技术|服务)方|(?:主办|承办|出品|制作|发行)单位|(?:代理|经纪|培训|检测|管理|教育|版权|创作)机构|(?<!图书)(?:运营|开发|出版|生产|销售|制造|代理|经销|发行|供应|服务|软件|字体|零售|批发|进口|授权|唱片|游戏|玩具)商|出版社|企业|品牌|厂牌|电商|商户|画廊)((?!的|有限|股份|集团|社长|总|协会|学会|联盟|公会|工会|商会|委员会|大会|联合会|网络|平台|公司)[\p{Script=Han}]{2,12})$/u;
/** What a company does, and its name: 经纪公司蓝鲸互娱. */
const COMPANY_BEFORE_BODY = new RegExp(
  `^其?(?:${INDUSTRIES}){1,2}公司(\\p{Script=Han}{2,8}(?:${BODIES}))$`,
  'u',
);
/** Words for who a person is, right before a name: 编舞者田某, 版画家沈砚秋. */
const KIND_BEFORE_PERSON = new RegExp(
  `^[^，]{1,16}?(?:者|员|人|主|播|剧|师|家|生|长|手|户|民|商|客|星|优|犯|工|名|监|理|董)(${PERSON_WORDS}|[${SURNAMES}](?![者员人主师家商])\\p{Script=Han}{1,2}|\\p{Script=Han}{1,6}(?:·\\p{Script=Han}{1,8}){1,3})$`,
  'u',
);
/** The same with a name that begins with no Chinese surname: 作曲家森下凉. */
const ARTIST_BEFORE_NAME =
  /^[^，]{0,12}?(?:作曲家|作词家|小说家|漫画家|画家|作家|作者|艺术家|书法家|雕塑家|摄影师|设计师|插画师|建筑师|编剧|导演|歌手|演员|声优|音乐人|制作人)((?!协会|学会|联盟|联合会|工会|公会|团体|组织|机构|集体|代表|等)\p{Script=Han}{2,4})$/u;
/** A person whose name is shortened, and what they did: 金某利用改装设备. */
const PERSON_BEFORE_MATTER = new RegExp(
  `^(${PERSON_WORDS})(?=利用|通过|以|在|同(?![日时])|与|各|分别|共同|负责|明知|为|因|擅自|未经|销售|制作|出售|连带|没有)`,
  'u',
);
/** A company and what it did: 赤狐游戏公司配乐侵权. */
const BODY_BEFORE_MATTER =
  /^(\p{Script=Han}{2,16}?(?:公司|集团|工作室|出版社|网站|平台|协会|学会))(?![的诉])\p{Script=Han}{2,12}$/u;
const BODY_BEFORE_CAUSE = new RegExp(
  `^(\\p{Script=Han}{2,12}?(?:${BODIES}))(?=\\p{Script=Han}{1,12}(?:权|纠纷|合同|竞争)$)`,
  'u',
);
const BODY_BEFORE_QUOTES = new RegExp(`^(\\p{Script=Han}{2,12}(?:${BODIES}))“[^“”]{1,20}”$`, 'u');
/** Words for what a company is, without its name. */
const KINDS = /(?:公司|集团|网站|平台|企业|[商店社厂馆网]|协会|联盟|组织|工作室|品牌|软件|游戏)$/u;
/** A name in Latin letters or in quotation marks, and Chinese words around it: 独立厂牌Rustbelt Records又. */
const MARKED = new RegExp(
  `^[\\p{Script=Han}A-Z]{0,24}?(?:(?<latin>${LATIN_WORDS}(?:${BODIES})?)|“(?<quoted>[^“”，。]{2,20})”)$`,
  'u',
);

/** The single names in the words for a party: 迪士尼、环球影业 are two, 赖某等三被告 is 赖某, 三名作家 is 作家. */
export function namesOf(words: string): string[] {
  return readNames(words).map(({ name }) => name);
}

/** A name, and whether its form or the words before it show it to be one: 版画家沈某某, a company, Latin letters. */
type Name = { name: string; isSure: boolean };

function readNames(words: string): Name[] {
  return trimmed(words.replace(/的$/u, '').replace(PLACE_OF_GROUP, '').replace(FOR_OTHERS, ''))
    .split(
      /、|(?<=[\p{Script=Han}”》A-Za-z])\s?(?:以及|和|与|及|暨)\s?(?=[\p{Script=Han}“《\p{Lu}])/u,
    )
    .map(nameIn)
    .filter(
      ({ name }) => name.length >= 2 && name.length <= 32 && !NOBODY.test(name) && !PAID.test(name),
    )
    .filter(({ name, isSure }) => isSure || isPlainName(name));
}

/** Whether words may be a name: no sentence, no word of grammar. It is not sure that they are one. */
export function isPlainName(name: string): boolean {
  return /^[\p{Script=Han}“”]{2,12}$/u.test(name) && !NO_PART.test(name);
}

/** The same, but only names that their form shows to be names: a company, a group, a person or Latin letters. */
export function certainNamesOf(words: string, known: (name: string) => boolean): string[] {
  return readNames(words).flatMap(({ name, isSure }) => (isSure || known(name) ? [name] : []));
}

export function isCertain(name: string): boolean {
  if (LATIN.test(name) || PERSON.test(name) || QUOTED.test(name)) return true;
  if (NO_PART.test(name.replace(/“[^“”]*”/gu, ''))) return false;
  const isBody =
    BODY.test(name) && (name.replace(BODY, '').length >= 2 || /^[甲乙丙丁]公司$/u.test(name));
  return isBody || GROUP.test(name);
}

const FULL_NAME = new RegExp(`^[${SURNAMES}]\\p{Script=Han}{1,2}$`, 'u');

/** Whether a word behind 原告 or 被告 may be the full name of a person: 原告贺知远. */
export function isFullName(word: string): boolean {
  return FULL_NAME.test(word);
}

/** Whether a name is only that of a group, as 作家. */
export function isGroup(name: string): boolean {
  return GROUP.test(name) && !/某/u.test(name);
}

function trimmed(words: string): string {
  let rest = words.trim();
  for (let round = 0; round < 6; round += 1) {
    const shorter = rest.replace(LEAD, '').replace(TAIL, '').trim();
    if (shorter === rest || shorter.length < 2) break;
    rest = shorter;
  }
  return rest;
}

function nameIn(words: string): Name {
  const whole = trimmed(words);
  // 云岫科技“换脸搬运”: a company and what it did. 公司“某某” is a company of this name.
  const company = BODY_BEFORE_QUOTES.exec(whole)?.[1] ?? '';
  const bare = company === '' || KINDS.test(company) ? whole : company;
  const { latin, quoted } = MARKED.exec(bare)?.groups ?? {};
  const introduced =
    PERSON_BEFORE_MATTER.exec(bare)?.[1] ??
    latin ??
    quoted ??
    KIND_BEFORE_PERSON.exec(bare)?.[1] ??
    ARTIST_BEFORE_NAME.exec(bare)?.[1] ??
    KIND_BEFORE_HAN.exec(bare)?.[1] ??
    COMPANY_BEFORE_BODY.exec(bare)?.[1];
  const paper = /^《([^《》]{2,30})》$/u.exec(bare)?.[1];
  if (paper !== undefined && (LATIN.test(paper) || /[报刊]$|杂志$/u.test(paper)))
    return { name: paper, isSure: true };
  const tail =
    introduced ??
    (BODY_BEFORE_MATTER.exec(bare) ?? BODY_BEFORE_CAUSE.exec(bare))?.[1] ??
    afterLastDe(bare);
  const name = tail.replace(QUOTED, '$1').trim();
  const isSure = isCertain(name) || (introduced !== undefined && isPlainName(name));
  return { name, isSure };
}

/** 销售假冒玩偶的跨境网店 is 跨境网店. */
function afterLastDe(name: string): string {
  const tail = name.slice(name.lastIndexOf('的') + 1);
  return tail.length >= 2 ? tail : name;
}
