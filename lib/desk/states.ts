import { citiesAbroad } from '#lib/references/courts/places.ts';

/**
 * States and unions, and the words of Chinese reports that mean them: institutions, places, short forms. The characters
 * behind `!` must not follow a word: 巴黎公约 is not about France.
 */
const STATES: readonly [state: string, words: string][] = [
  [
    '美国',
    '美国 白宫 美法院 美法官 美联邦 美国会 美众议院 美参议院 美版权局 美上诉 美最高法院 美地区法院 美司法部 美起诉 美被诉 美提起 加州 加利福尼亚 纽约 特拉华 得州 德州!市 得克萨斯 伊利诺伊 弗吉尼亚州 新泽西 佛罗里达 华盛顿 哥伦比亚特区 马萨诸塞 宾夕法尼亚 旧金山 洛杉矶 曼哈顿 波士顿 芝加哥 西雅图 圣何塞 休斯敦 好莱坞 硅谷',
  ],
  ['英国', '英国 英格兰 苏格兰 北爱尔兰 伦敦 英高等法院 英法院 英政府 上议院 下议院'],
  ['欧盟', '欧盟 欧洲议会 欧委会 欧洲委员会 欧洲法院'],
  ['德国', '德国 慕尼黑 柏林 汉堡!王 科隆 杜塞尔多夫 曼海姆 法兰克福 斯图加特'],
  ['法国', '法国 巴黎!公协圣'],
  ['日本', '日本 东京 大阪 日本知识产权高等裁判所'],
  ['韩国', '韩国 首尔'],
  ['印度', '印度!尼 德里 孟买'],
  ['加拿大', '加拿大 多伦多 安大略'],
  ['澳大利亚', '澳大利亚 悉尼 墨尔本 澳洲'],
  ['荷兰', '荷兰 海牙!体外协公 阿姆斯特丹'],
  ['比利时', '比利时 布鲁塞尔'],
  ['意大利', '意大利 米兰 罗马!公尼'],
  ['西班牙', '西班牙 马德里!体协议 巴塞罗那'],
  ['瑞典', '瑞典 斯德哥尔摩'],
  ['丹麦', '丹麦 哥本哈根'],
  ['奥地利', '奥地利 维也纳'],
  ['匈牙利', '匈牙利 布达佩斯'],
  ['俄罗斯', '俄罗斯 莫斯科'],
  ['印度尼西亚', '印度尼西亚 印尼'],
  ['哥伦比亚', '哥伦比亚!特'],
  [
    '中国香港',
    '香港特 香港立法会 香港法 香港高等法院 香港终审 香港区域法院 香港海关 香港政府 香港版权 香港商标 香港专利 香港条例 港府 商务及经济发展局 知识产权署 入禀 裁判法院 原讼法庭',
  ],
  [
    '中国澳门',
    '澳门特 澳门立法会 澳门法 澳门初级 澳门中级 澳门终审 澳门海关 澳门政府 澳门行政 经济及科技发展局',
  ],
  [
    '中国台湾',
    '立法院 行政院 政院会 政院拍板 政院通过 政院核定 立院三读 立院院会 立院会期 立院审 送立院 台湾行政 台湾经济部 台湾文化部 台湾法 台湾高等 台湾著作权 台湾商标 台湾专利 智慧财产局 智慧财产法院 智慧财产及商业法院 新台币 台北 高雄市 高雄地 台中地 台南地 新北地',
  ],
];
/** States that reports name only by their names. */
const OTHERS =
  '新西兰 葡萄牙 瑞士 芬兰 挪威 波兰 爱尔兰 乌克兰 巴西 阿根廷 墨西哥 新加坡 马来西亚 泰国 越南 菲律宾 以色列 土耳其 南非 埃及 肯尼亚 尼日利亚 阿联酋 沙特 塞尔维亚 希腊 捷克 罗马尼亚 保加利亚 克罗地亚 斯洛文尼亚 斯洛伐克 立陶宛 拉脱维亚 爱沙尼亚 冰岛 卢森堡 马耳他 塞浦路斯 白俄罗斯 哈萨克斯坦 乌兹别克斯坦 蒙古国 巴基斯坦 孟加拉国 斯里兰卡 尼泊尔 缅甸 柬埔寨 老挝 文莱 卡塔尔 科威特 约旦 伊朗 伊拉克 摩洛哥 突尼斯 阿尔及利亚 埃塞俄比亚 加纳 坦桑尼亚 乌干达 卢旺达 赞比亚 智利 秘鲁 厄瓜多尔 乌拉圭 巴拿马 古巴 哥斯达黎加 阿塞拜疆 格鲁吉亚 亚美尼亚 吉尔吉斯斯坦 塔吉克斯坦 土库曼斯坦 摩尔多瓦 阿尔巴尼亚 北马其顿 波黑 列支敦士登 摩纳哥 阿曼 巴林 黎巴嫩 叙利亚 也门 利比亚 苏丹 塞内加尔 科特迪瓦 喀麦隆 安哥拉 莫桑比克 津巴布韦 博茨瓦纳 纳米比亚 马达加斯加 毛里求斯 玻利维亚 巴拉圭 委内瑞拉 危地马拉 洪都拉斯 萨尔瓦多 尼加拉瓜 多米尼加 牙买加 马尔代夫 不丹 阿富汗 朝鲜!族 斐济 巴布亚新几内亚 东盟 非盟 海合会';

/** The words above that may be places with courts too. */
const LISTED = new Set(STATES.flatMap(([, words]) => words.replace(/!\S*/g, '').split(' ')));

type Word = { word: string; state: string; not: string };
const WORDS: ReadonlyMap<string, readonly Word[]> = wordsByFirst([
  ...STATES.flatMap(([state, words]) => words.split(' ').map((each) => ({ each, state }))),
  ...OTHERS.split(' ').map((each) => ({ each, state: each })),
  ...Array.from(citiesAbroad).flatMap(([state, cities]) =>
    cities.filter((city) => !LISTED.has(city)).map((each) => ({ each, state })),
  ),
]);

function wordsByFirst(all: readonly { each: string; state: string }[]): Map<string, Word[]> {
  const byFirst = new Map<string, Word[]>();
  for (const { each, state } of all) {
    const [word = '', not = ''] = each.split('!');
    const first = word.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), { word, state, not }]);
  }
  return byFirst;
}

/** Words of institutions and places that are in China. */
const CHINESE =
  /中国|我国|全国人大|国务院|最高人民|最高法|最高检|国家(?:版权|知识产权|电影|广播|广电|网信|市场|互联网)|市场监管总局|中央宣传部|中宣部|工信部|公安部|人民法院|互联网法院|知识产权法院|人民检察院|检察院|人大常委会|省|自治区|北京|上海|天津|重庆|广州|深圳|杭州/u;

const MAINLAND =
  /全国人大|国务院|最高人民|国家(?:版权|知识产权|电影|广播|广电|网信|市场)局|市场监管总局|中宣部|工信部|公安部|商务部|人民法院|互联网法院|检察院|内地|大陆|北京|上海|广东|广州|深圳|福建/u;

/** They have laws of their own. Beside an institution of the mainland they are only places of which it speaks. */
const REGIONS: ReadonlySet<string> = new Set(['中国香港', '中国澳门', '中国台湾']);

/** The states that a text names, in its order, each once. */
export function statesIn(text: string): string[] {
  const states = new Set<string>();
  for (let at = 0; at < text.length; at += 1) {
    const words = WORDS.get(text.charAt(at));
    if (words === undefined) continue;
    for (const { word, state, not } of words) {
      if (!text.startsWith(word, at)) continue;
      const next = text.charAt(at + word.length);
      // 爱尔兰 in 北爱尔兰 is not the state.
      const isPart = word === '爱尔兰' && text.charAt(at - 1) === '北';
      if (!isPart && (next === '' || !not.includes(next))) states.add(state);
    }
  }
  return [...states];
}

/**
 * The state that the nearest of some texts speaks of: the first text that names exactly one decides. A text that names
 * Chinese institutions and no other state is about China. `undefined` where no text decides.
 * @param texts the nearest first: a name, its clause, its sentence, the title
 */
export function stateOf(texts: Iterable<string>): string | undefined {
  for (const text of texts) {
    const states = statesIn(text);
    const [first] = states;
    const isOfRegion = first !== undefined && states.length === 1 && REGIONS.has(first);
    if (isOfRegion) return MAINLAND.test(text) ? '中国' : first;
    if (first !== undefined) return states.length === 1 ? first : undefined;
    if (CHINESE.test(text)) return '中国';
  }
  return undefined;
}
