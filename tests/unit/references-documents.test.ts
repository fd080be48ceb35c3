import { describe, expect, test } from 'vitest';
import { findDocuments } from '#lib/references/documents/documents.ts';
import { entityIndex } from '#lib/references/entity-index.ts';
import { foundIn, isReadInOneGo } from '#tests/support/references.ts';

const read = (text: string, title = '') =>
  foundIn(findDocuments, text, { title, findEntities: () => [] }).map(({ referent }) =>
    referent.kind === 'document'
      ? [referent.type, referent.name, referent.stage].filter(Boolean).join(' ')
      : '',
  );

describe('a document is told by its ending', () => {
  test.each([
    ['依据《著作权法》', 'law 著作权法'],
    ['《中华人民共和国商标法》第五十七条', 'law 商标法'],
    ['《中华人民共和国民法典》', 'law 民法典'],
    ['《民法》课', 'law 民法'],
    ['《公司法》', 'law 公司法'],
    ['《涉外民事关系法律适用法》', 'law 涉外民事关系法律适用法'],
    ['《刑法修正案》', 'law 刑法修正案'],
    ['欧盟《人工智能法案》', 'law 人工智能法案'],
    ['《伯尔尼公约》', 'law 伯尔尼公约'],
    ['《数字单一市场版权指令》', 'regulation 数字单一市场版权指令'],
    ['《中华人民共和国专利法（2020年修正）》', 'law 专利法'],
    ['《中华人民共和国专利法实施细则》', 'regulation 专利法实施细则'],
    ['《信息网络传播权保护条例》', 'regulation 信息网络传播权保护条例'],
    ['《人工智能生成合成内容标识办法》', 'regulation 人工智能生成合成内容标识办法'],
    ['《网络短视频内容审核规则》', 'regulation 网络短视频内容审核规则'],
    ['《互联网广告管理办法（试行）》', 'regulation 互联网广告管理办法（试行）'],
    [
      '《最高人民法院关于审理著作权民事纠纷案件适用法律若干问题的解释》',
      'interpretation 最高人民法院关于审理著作权民事纠纷案件适用法律若干问题的解释',
    ],
    [
      '《关于审理侵害知识产权民事案件适用惩罚性赔偿的解释》',
      'interpretation 关于审理侵害知识产权民事案件适用惩罚性赔偿的解释',
    ],
    [
      '《最高人民法院关于知识产权民事诉讼证据的若干规定》',
      'interpretation 最高人民法院关于知识产权民事诉讼证据的若干规定',
    ],
    ['《建设纲要（2021－2035年）》', 'policy 建设纲要（2021—2035年）'],
    ['《网络安全标准实践指南——标识方法》', 'standard 网络安全标准实践指南——标识方法'],
    ['《知识产权强国建设纲要（2021—2035年）》', 'policy 知识产权强国建设纲要（2021—2035年）'],
    ['《版权工作“十四五”规划》', 'policy 版权工作“十四五”规划'],
    ['《国务院2025年度立法工作计划》', 'policy 国务院2025年度立法工作计划'],
    ['《生成式人工智能知识产权合规指南》', 'standard 生成式人工智能知识产权合规指南'],
    ['《通用人工智能行为准则》', 'standard 通用人工智能行为准则'],
    ['GB 45438—2025《网络安全技术 标识方法》', 'standard 网络安全技术 标识方法'],
    ['《网络安全技术 标识方法》（GB 45438-2025）', 'standard 网络安全技术 标识方法'],
    ['《知识产权检察工作白皮书（2024）》', 'report 知识产权检察工作白皮书（2024）'],
    ['《视听发展研究报告(2025)》', 'report 视听发展研究报告（2025）'],
    ['《Tales (Second Edition)》', 'work Tales (Second Edition)'],
    ['《2024中国网络文学蓝皮书》', 'report 2024中国网络文学蓝皮书'],
    ['《版权与人工智能》报告第三部分', 'report 版权与人工智能'],
    ['《哪吒之魔童闹海》', 'work 哪吒之魔童闹海'],
    ['《你行！你上！》', 'work 你行！你上！'],
    ['《LABUBU与我：Vol. 2》', 'work LABUBU与我：Vol. 2'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('what only looks like one is a work', () => {
  test.each([
    ['《孙子兵法》', '孙子兵法'],
    ['《颜真卿书法》', '颜真卿书法'],
    ['《银河系搭车客指南》', '银河系搭车客指南'],
    ['《西部旅行指南》', '西部旅行指南'],
    ['《潜规则》', '潜规则'],
    ['《游戏规则》', '游戏规则'],
    ['《梦的解释》', '梦的解释'],
    ['《拯救大兵计划》', '拯救大兵计划'],
    ['《法》杂志社的《法医秦明》', '法医秦明'],
    ['《条例之外》', '条例之外'],
    ['《滚石》', '滚石'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([`work ${expected}`]);
  });
});

describe('nothing is made of', () => {
  test.each([
    ['a kind of paper alone', '《条例》规定，《报告》显示，《民事判决书》认定，《实施细则》明确'],
    ['its draft', '《条例（草案）》提请审议'],
    ['newspapers', '据《纽约时报》报道，《金融时报》《大西洋月刊》《三联生活周刊》《大公报》援引'],
    ['brackets that hold nothing', '《》《 》《……》'],
    ['a bracket that is not closed', '《著作权法'],
    ['one that is not opened', '著作权法》'],
    ['one over a paragraph', '《著作权\n法》'],
    ['angle brackets by themselves', '〈著作权法〉'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('the stage of a document', () => {
  test.each([
    ['《商标法（修订草案）》', 'law 商标法 draft'],
    ['《商标法(修订草案征求意见稿)》', 'law 商标法 consultation'],
    ['《著作权法实施条例（征求意见稿）》发布', 'regulation 著作权法实施条例 consultation'],
    ['《反不正当竞争法（修订草案二次审议稿）》', 'law 反不正当竞争法 deliberation'],
    ['《仲裁法（二审稿）》', 'law 仲裁法 deliberation'],
    ['《专利法》修正草案', 'law 专利法 draft'],
    ['《专利法》（修正草案）', 'law 专利法 draft'],
    ['《福建省知识产权条例（草案）》提交一审', 'regulation 福建省知识产权条例 deliberation'],
    ['《海商法（修订草案）》提请全国人大常委会会议审议', 'law 海商法 deliberation'],
    [
      '会议表决通过新修订的《反不正当竞争法》，自2025年10月15日起施行',
      'law 反不正当竞争法 adopted',
    ],
    ['《反不正当竞争法》获表决通过', 'law 反不正当竞争法 adopted'],
    [
      '国家版权局印发《关于加快推进版权事业高质量发展的意见》',
      'policy 关于加快推进版权事业高质量发展的意见 published',
    ],
    ['《国务院2025年度立法工作计划》公布', 'policy 国务院2025年度立法工作计划 published'],
    ['《网络视听研究报告（2025）》3月26日在成都公布', 'report 网络视听研究报告（2025）'],
    ['《仲裁法》已由会议于2025年9月12日修订通过，自2026年3月1日起施行', 'law 仲裁法 adopted'],
    ['国务院公布《出版管理条例》', 'regulation 出版管理条例 published'],
    ['《标识办法》9月1日起施行', 'regulation 标识办法 in force'],
    ['《标识办法》将于10月1日起施行', 'regulation 标识办法 published'],
    ['近日公布《标识办法》，自2025年9月1日起施行', 'regulation 标识办法 in force'],
    ['《反不正当竞争法》于1993年公布施行', 'law 反不正当竞争法'],
    ['《标识办法》尚未施行', 'regulation 标识办法'],
    ['就《商标代理管理办法》公开征求意见', 'regulation 商标代理管理办法 consultation'],
    ['《合规指南》团体标准在京召开第二次意见征集会', 'standard 合规指南 consultation'],
    ['通过了对《数据（使用与访问）法案》的一项修正案', 'law 数据（使用与访问）法案'],
    ['《人工智能法案》有关条款8月2日起实施', 'law 人工智能法案'],
    ['落实《知识产权强国建设纲要》', 'policy 知识产权强国建设纲要'],
    ['通过《网络文学报告》可以看到', 'report 网络文学报告'],
    ['6月发布《哪吒》预告片', 'work 哪吒'],
    ['法院依据《著作权法》二审维持原判', 'law 著作权法'],
    ['按照四部门发布的《标识办法》', 'regulation 标识办法'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('a title in a title', () => {
  test.each([
    ['《关于〈著作权法〉修改的说明》', ['law 著作权法', 'report 关于〈著作权法〉修改的说明']],
    ['《关于修改《专利法》的决定》', ['law 专利法', 'law 关于修改《专利法》的决定']],
    ['《〈条例〉释义》', ['work 〈条例〉释义']],
    [
      '《关于〈商标法（修订草案）〉的通知》',
      ['law 商标法 draft', 'policy 关于〈商标法（修订草案）〉的通知'],
    ],
    ['《未完 《著作权法》', ['law 著作权法']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a short form is its full title', () => {
  test.each([
    ['from the text before it', '《福建省知识产权条例》公布。《条例》共八章', '', 1],
    ['from the title of the item', '《条例（草案）》提请审议', '《福建省知识产权条例》提请审议', 0],
    ['by more than its last word', '《福建省知识产权条例》公布。《知识产权条例》明确', '', 1],
    [
      'by the words that introduce it',
      '《福建省知识产权条例》（以下简称《知产法规》），《知产法规》共八章',
      '',
      2,
    ],
  ])('%s', (_, text, before, at) => {
    expect(read(text, before)[at]?.replace(' deliberation', '')).toBe(
      'regulation 福建省知识产权条例',
    );
  });

  test('and another law is not', () => {
    expect(read('《欧盟专利法》与《专利法》')).toEqual(['law 欧盟专利法', 'law 专利法']);
    expect(read('《哪吒之魔童闹海》《闹海》')).toEqual(['work 哪吒之魔童闹海', 'work 闹海']);
  });
});

test.each([
  '《',
  '》',
  '《》',
  '《甲',
  '《条例》',
  '《〈',
  '《甲》〉',
  '（草案）',
  '《甲乙丙丁条例（草案）》',
  '关于修改',
  '法',
])('%s again and again is read in one go', (unit) => {
  expect(isReadInOneGo((text) => read(text, text), unit)).toBe(true);
});

describe('a listed law is found without 《》', () => {
  const entities = [
    '反不正当竞争法',
    '商标法',
    '专利法',
    '公司法',
    '著作权法实施条例',
    '著作权法',
    '民法典',
  ].map((name, index) => ({ id: `law-${index}`, name, aliases: [], kind: 'document' as const }));
  const findEntities = entityIndex(entities);
  const listed = (text: string) =>
    foundIn(findDocuments, text, { findEntities }).map(({ referent }) =>
      referent.kind === 'document'
        ? [referent.type, referent.name, referent.stage].filter(Boolean).join(' ')
        : '',
    );

  test.each([
    ['新修订的反不正当竞争法获通过', 'law 反不正当竞争法 adopted'],
    ['会议表决通过新修订的反不正当竞争法，自2025年10月15日起施行', 'law 反不正当竞争法 adopted'],
    ['反不正当竞争法10月15日起施行', 'law 反不正当竞争法 published'],
    ['反不正当竞争法于1993年公布施行', 'law 反不正当竞争法'],
    ['商标法修订草案公开征求意见', 'law 商标法 consultation'],
    ['商标法修订草案提请审议', 'law 商标法 deliberation'],
    ['专利法修正草案', 'law 专利法 draft'],
    ['民法典施行前后的法律适用', 'law 民法典'],
    ['著作权法实施条例的修改正在推进', 'regulation 著作权法实施条例'],
    ['新公司法施行', 'law 公司法 in force'],
  ])('%s', (text, expected) => {
    expect(listed(text)).toEqual([expected]);
  });

  test.each([
    '公司法务部公布',
    '专利法律服务、商标法律风险',
    '美国专利法、日本著作权法、欧盟商标法',
    '该公司法定代表人',
    '著作权法案',
  ])('and none is in %s', (text) => {
    expect(listed(text)).toEqual([]);
  });
});
