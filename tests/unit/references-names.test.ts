import { describe, expect, test } from 'vitest';
import { findNames } from '#lib/references/names.ts';
import { findOrganisations } from '#lib/references/organisations.ts';
import { context, told } from '#tests/support/references.ts';

const names = (text: string) =>
  findNames(text).map(({ referent }) => ('name' in referent ? referent.name : ''));

describe('a name', () => {
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
    ['假冒LABUBU玩偶', ['LABUBU']],
    ['THE MONSTERS系列IP', ['THE MONSTERS']],
    ['Getty Images诉Stability AI案', ['Getty Images', 'Stability AI']],
    ['法官Eumi Lee认定', ['Eumi Lee']],
    ['Kirk Wallace Johnson等', ['Kirk Wallace Johnson']],
    ['大臣Jakob Engel-Schmidt称', ['Jakob Engel-Schmidt']],
    ['“按抓取付费”（Pay per Crawl）', ['Pay per Crawl']],
    ['AI摘要（AI Overviews）', ['AI Overviews']],
    ['训练Veo 3', ['Veo 3']],
    ['数据集Books3', ['Books3']],
    ['U.S. Copyright Office', ['U.S', 'Copyright Office']],
  ])('is found: %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
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
  ])('is none: %s', (text) => {
    expect(names(text)).toEqual([]);
  });

  test('stands where it is found', () => {
    const text = '谷歌用YouTube视频训练“剑网2025”。';
    expect(told(text, findNames(text)).map(({ words }) => words)).toEqual([
      'YouTube',
      '“剑网2025”',
    ]);
  });
});

describe('a listed organisation', () => {
  const ids = (text: string) =>
    findOrganisations(text, context()).map(({ start, end, referent }) => [
      'id' in referent && referent.id,
      text.slice(start, end),
    ]);

  test.each([
    ['泡泡玛特起诉', [['pop-mart', '泡泡玛特']]],
    ['“POP MART”商标', [['pop-mart', 'POP MART']]],
    ['“Pop Mart”商标', [['pop-mart', 'Pop Mart']]],
    [
      '国家网信办、国家版权局',
      [
        ['cac', '国家网信办'],
        ['ncac', '国家版权局'],
      ],
    ],
    ['Meta胜诉', [['meta', 'Meta']]],
    ['Metaverse', []],
    ['BETAMETA', []],
    ['著作权法', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  test('is none where nothing is listed', () => {
    expect(findOrganisations('泡泡玛特', { ...context(), entities: [] })).toEqual([]);
  });
});
