import { describe, expect, test } from 'vitest';
import { findNames } from '#lib/references/names/names.ts';
import { foundIn, isReadInOneGo } from '#tests/support/references.ts';

const read = (text: string, title = '') =>
  foundIn(findNames, text, { title }).map(({ referent }) =>
    referent.kind === 'name' ? `${referent.script} ${referent.name}` : '',
  );

describe('a name in quotes is told by', () => {
  test.each([
    ['its ending', '推出“声量银行计划”', '声量银行计划'],
    [
      'its ending, a platform',
      '“中国网络视听协会微短剧版权服务平台”发布',
      '中国网络视听协会微短剧版权服务平台',
    ],
    ['its ending, a forum', '举行“微短剧出海暨生态健康发展论坛”', '微短剧出海暨生态健康发展论坛'],
    ['its ending, a site', '“蚕豆网”及关联账号', '蚕豆网'],
    ['its ending, a case', '入选的有“AI换脸案”', 'AI换脸案'],
    ['its ending, an effect', '上线“变身漫画特效”', '变身漫画特效'],
    ['a year', '重点查办“剑网2025”有关案件', '剑网2025'],
    ['capitals', '带“POP MART”的包装', 'Pop Mart'],
    ['a product in two scripts', '推出“智融宝 PLUS”质押产品', '智融宝 PLUS'],
    ['the noun after it, an action', '通报“清朗·整治AI技术滥用”专项行动', '清朗·整治AI技术滥用'],
    ['the noun after it, an account', '“网信中国”公众号通报', '网信中国'],
    ['the noun after it, a mark', '侵犯“大白兔”商标权', '大白兔'],
    ['the noun after it, software', '“离心压缩机选型”软件', '离心压缩机选型'],
    ['the noun after it, a case', '“引流直播带货”案判赔110万元', '引流直播带货'],
    ['the noun after it, a day', '破获“2·03”盗录案', '2·03'],
    ['the word before it', '一款名为“捏捏乐”的玩具', '捏捏乐'],
    ['the word before it, a shop', '在网店“乙制品厂”出售', '乙制品厂'],
    ['the noun after it, a short one', '“净网”行动', '净网'],
    ['the noun after it, with a colon', '“黑神话：悟空”商标', '黑神话：悟空'],
    ['the noun after it, an office', '“扫黄打非”办公室', '扫黄打非'],
    ['a work of art after it', '“哪吒”等美术作品', '哪吒'],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual([`quoted ${expected}`]);
  });

  test.each([
    ['what stands in a row', '“哪吒”“哪吒魔王子”等美术作品', '', ['哪吒', '哪吒魔王子']],
    ['cases in a row', '“AI文生图案”“AI换脸案”均已生效', '', ['AI文生图案', 'AI换脸案']],
    ['having been told once', '“大白兔”商标。被告知道“大白兔”', '', ['大白兔', '大白兔']],
    ['having been told in the title', '围绕“清朗”展开', '“清朗”专项行动启动', ['清朗']],
  ])('%s', (_, text, before, expected) => {
    expect(read(text, before)).toEqual(expected.map((name) => `quoted ${name}`));
  });
});

describe('no name in quotes is', () => {
  test.each([
    ['a theme', '主题为“知识产权与人工智能”'],
    ['a period of a plan', '“十四五”规划收官'],
    ['a questioned word', '带来了“不可弥补的损害”'],
    ['a term of law', '是否构成“合理使用”'],
    ['a saying', '指责其“搭便车”'],
    ['a generation', '“00后”近25%'],
    ['an ordinary thing', '申报为“玩偶”的货物里有“盲盒”'],
    ['one without a brand', '申报为“玩具”“无品牌”'],
    ['speech', '他说：“我们会起诉，这是我们的计划。”'],
    ['a slogan', '以“艺启荔湾，版权同行”为题的行动'],
    ['a list of faults', '包括“商品材质或款式不符”“效果失真或夸大效果”'],
    ['a function', '即“版权原创存证登记”“版权侵权监测”以及“维权纠纷调解”'],
    ['a quality', '治理平台“内卷式”竞争'],
    ['the internet', '“互联网”与“互联网+”'],
    ['a word on its own', '所谓“平台”'],
    ['an open quote', '“声量银行计划'],
    ['one over paragraphs', '“声量\n银行计划”'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([]);
  });
});

test.each([
  ['“声量银行计划”在汕尾启动', ['声量银行计划']],
  ['启动“剑网2025”专项行动', ['剑网2025']],
  ['“清朗·整治AI技术滥用”专项行动', ['清朗·整治AI技术滥用']],
  ['“4·26”版权宣传周', ['4·26']],
  ['破获“2·03”盗录案', ['2·03']],
  ['诉“蚕豆网”泄露内容', ['蚕豆网']],
  ['“变身漫画特效”案', ['变身漫画特效']],
  ['“网信中国”公众号', ['网信中国']],
  ['“微短剧版权服务平台”发布', ['微短剧版权服务平台']],
  ['“全球知识产权保护与创新论坛”举行', ['全球知识产权保护与创新论坛']],
  ['“智融宝 PLUS”质押融资', ['智融宝 PLUS']],
  ['“离心压缩机选型”软件', ['离心压缩机选型']],
  ['AI公司Anthropic近日', ['Anthropic']],
  ['Meta与OpenAI', ['Meta', 'OpenAI']],
  ['假冒LABUBU玩偶', ['Labubu']],
  ['THE MONSTERS系列IP', ['The Monsters']],
  ['Getty Images诉Stability AI案', ['Getty Images', 'Stability AI']],
  ['法官Eumi Lee认定', ['Eumi Lee']],
  ['Kirk Wallace Johnson等', ['Kirk Wallace Johnson']],
  ['大臣Jakob Engel-Schmidt称', ['Jakob Engel-Schmidt']],
  ['“按抓取付费”（Pay per Crawl）', ['Pay per Crawl']],
  ['AI摘要（AI Overviews）', ['AI Overviews']],
  ['训练Veo 3', ['Veo 3']],
  ['数据集Books3', ['Books3']],
  ['U.S. Copyright Office', ['Copyright Office']],
])('%s', (text, expected) => {
  expect(read(text).map((each) => each.replace(/^\w+ /, ''))).toEqual(expected);
});

test.each([
  '构成“合理使用”',
  '“不可弥补的损害”',
  '各类“书友群”',
  '“00后”近25%',
  '“十四五”规划',
  '以“0.01元”冲销量',
  '“1元购2万部+日更”套餐',
  '称此举“正确，而且必要”',
  '主题为“提升服务能力 推动经济贸易发展”',
  'AIGC与IP运营',
  '占GDP的7.44%',
  'TOP10与APP',
  'AI、VR和NFT',
  'opt-in',
  'B站、Q群',
  '“没有完',
  'https://example.com/Index',
])('%s holds no name', (text) => {
  expect(read(text)).toEqual([]);
});

describe('a name in Latin letters', () => {
  test.each([
    ['AI公司Anthropic近日', ['Anthropic']],
    ['支持Meta。', ['Meta']],
    ['OpenAI、DeepSeek等', ['OpenAI', 'DeepSeek']],
    ['LABUBU与Labubu', ['Labubu', 'Labubu']],
    ['THE MONSTERS系列IP', ['The Monsters']],
    ['SKULLPANDA和DIMOO WORLD', ['Skullpanda', 'Dimoo World']],
    ['Getty Images诉Stability AI案', ['Getty Images', 'Stability AI']],
    ['Getty Images胜诉，Getty说', ['Getty Images', 'Getty Images']],
    ['谷歌用YouTube训练Veo 3可生成', ['YouTube', 'Veo 3']],
    ['Meta 13名作家', ['Meta']],
    [
      '法官Kirk Wallace Johnson与Jakob Engel-Schmidt',
      ['Kirk Wallace Johnson', 'Jakob Engel-Schmidt'],
    ],
    ['“按抓取付费”（Pay per Crawl）', ['Pay per Crawl']],
    ['英国广播公司（BBC）与WIPO', ['BBC', 'WIPO']],
    ['苹果的iPhone与数据集Books3', ['iPhone', 'Books3']],
    ['ChatGPT Enterprise', ['ChatGPT Enterprise']],
    ['Tomorrow\u2019s Publisher', ['Tomorrow\u2019s Publisher']],
    ['Penguin Random House of Canada起诉', ['Penguin Random House of Canada']],
    ['Société Générale在巴黎', ['Société Générale']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected.map((name) => `latin ${name}`));
  });

  test.each([
    ['AI假图与IP、APP、App，TB与AIGC'],
    ['PCT国际专利、GDP的7.44%、CEO、NFT、VR'],
    ['选择加入（opt-in）的logo'],
    ['Top10与5G，H5'],
    ['见https://Example.com/Path，写信到Editor@Example.com'],
    ['甲公司与A公司、B站、T恤'],
    ['The court held that fair use is a defence in this case'],
    ['第2期PLUS版，No. 3'],
    ['MP4与A4纸'],
    ['电影《What\u2019s Up, Doc?》与《THE MONSTERS》'],
  ])('is not in %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test.each([
  '“',
  '”',
  '“甲',
  '“声量银行计划”',
  '“”',
  'A',
  'Aa ',
  'Aa of ',
  'a',
  'AI ',
  'Veo 3',
  "A'",
  'A-B',
  '9',
  '“甲”、',
  'É',
])('%s again and again is read in one go', (unit) => {
  expect(isReadInOneGo((text) => read(text, text), unit)).toBe(true);
});
