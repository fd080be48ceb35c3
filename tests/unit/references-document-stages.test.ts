import { describe, expect, test } from 'vitest';
import { findDocuments } from '#lib/references/documents/documents.ts';
import { context, told } from '#tests/support/references.ts';

const documents = (text: string, title = '') =>
  told(text, findDocuments(text, context('2025-06-16', title))).map(
    ({ words: _, ...rest }) => rest,
  );

test.each([
  ['《中华人民共和国著作权法》', 'law', '著作权法'],
  ['《民法典》', 'law', '民法典'],
  ['《人工智能法案》', 'law', '人工智能法案'],
  ['《数据（使用与访问）法案》', 'law', '数据（使用与访问）法案'],
  ['《信息网络传播权保护条例》', 'regulation', '信息网络传播权保护条例'],
  ['《人工智能生成合成内容标识办法》', 'regulation', '人工智能生成合成内容标识办法'],
  ['《数字单一市场版权指令》', 'regulation', '数字单一市场版权指令'],
  ['《商标法实施细则》', 'regulation', '商标法实施细则'],
  [
    '《最高人民法院关于审理侵害知识产权民事案件适用惩罚性赔偿的解释》',
    'interpretation',
    '最高人民法院关于审理侵害知识产权民事案件适用惩罚性赔偿的解释',
  ],
  [
    '《最高人民法院关于知识产权法庭若干问题的规定》',
    'interpretation',
    '最高人民法院关于知识产权法庭若干问题的规定',
  ],
  ['《关于加快推进版权事业高质量发展的意见》', 'policy', '关于加快推进版权事业高质量发展的意见'],
  ['《知识产权强国建设纲要（2021—2035年）》', 'policy', '知识产权强国建设纲要（2021—2035年）'],
  ['《版权工作“十四五”规划》', 'policy', '版权工作“十四五”规划'],
  ['《国务院2025年度立法工作计划》', 'policy', '国务院2025年度立法工作计划'],
  ['《生成式人工智能知识产权合规指南》', 'standard', '生成式人工智能知识产权合规指南'],
  ['《通用人工智能行为准则》', 'standard', '通用人工智能行为准则'],
  ['《GB/T 29490—2023》', 'standard', 'GB/T 29490—2023'],
  ['《中国网络视听发展研究报告（2025）》', 'report', '中国网络视听发展研究报告（2025）'],
  ['《知识产权检察工作白皮书(2024)》', 'report', '知识产权检察工作白皮书（2024）'],
  ['《2024中国网络文学蓝皮书》', 'report', '2024中国网络文学蓝皮书'],
  ['《哪吒之魔童闹海》', 'work', '哪吒之魔童闹海'],
  ['《孙子兵法》', 'work', '孙子兵法'],
  ['《舌尖上的做法》', 'work', '舌尖上的做法'],
  ['《冰与火的魔法》', 'work', '冰与火的魔法'],
])('%s is a %s', (text, type, name) => {
  expect(documents(text)).toEqual([{ type, name }]);
});

describe('how far a document is', () => {
  test.each([
    [
      '《福建省知识产权保护与促进条例（草案）》提交一审',
      '福建省知识产权保护与促进条例',
      'deliberation',
    ],
    ['《商标法（修订草案）》', '商标法', 'draft'],
    ['《数据产权条例(征求意见稿)》', '数据产权条例', 'consultation'],
    ['《反不正当竞争法（二次审议稿）》', '反不正当竞争法', 'deliberation'],
    ['会议表决通过《海商法》', '海商法', 'adopted'],
    ['《专利法》获通过，自2026年1月1日起施行', '专利法', 'adopted'],
    ['《人工智能生成合成内容标识办法》6月1日起施行', '人工智能生成合成内容标识办法', 'in force'],
    [
      '国家版权局印发《关于加快推进版权事业高质量发展的意见》',
      '关于加快推进版权事业高质量发展的意见',
      'published',
    ],
    ['就《著作权集体管理条例》公开征求意见', '著作权集体管理条例', 'consultation'],
    ['国务院提请审议《海商法（修订草案）》', '海商法', 'deliberation'],
    // On the 16th of June, September is to come.
    ['《人工智能生成合成内容标识办法》9月1日起施行', '人工智能生成合成内容标识办法', 'published'],
    ['《民法典》第1186条', '民法典', undefined],
    ['《反不正当竞争法》于1993年公布施行，2017年修改', '反不正当竞争法', undefined],
    // What is said of the next title, or in the next sentence, is not said of this one.
    ['落实《专利法》，印发《知识产权强国建设纲要》', '专利法', undefined],
    ['依据《专利法》处理。会议表决通过了另一项议案。', '专利法', undefined],
  ])('%s', (text, name, stage) => {
    expect(documents(text)[0]).toMatchObject(stage === undefined ? { name } : { name, stage });
    expect('stage' in (documents(text)[0] ?? {})).toBe(stage !== undefined);
  });

  test('is told of no report and of no work', () => {
    expect(documents('发布《2024年全球创新指数报告》，《南京照相馆》正式上映。')).toEqual([
      { type: 'report', name: '2024年全球创新指数报告' },
      { type: 'work', name: '南京照相馆' },
    ]);
  });
});

describe('a title that is short for another', () => {
  test('is the one named before it in the text', () => {
    const text = '《福建省知识产权保护与促进条例（草案）》提交审议。《条例（草案）》强调地方特色。';
    expect(documents(text).map((each) => 'name' in each && each.name)).toEqual([
      '福建省知识产权保护与促进条例',
      '福建省知识产权保护与促进条例',
    ]);
  });

  test('or in the title', () => {
    expect(documents('《报告》显示，用户增长。', '《中国网络视听发展研究报告》发布')).toEqual([
      { type: 'report', name: '中国网络视听发展研究报告' },
    ]);
  });

  test.each([
    '《条例》强调地方特色。',
    '《草案》提出。',
    '《报告》显示。',
    '《纽约时报》与《报告》',
  ])('and none where none was: %s', (text) => {
    expect(documents(text).filter((each) => 'type' in each && each.type !== 'work')).toEqual([]);
  });
});

describe('a title that is broken', () => {
  test.each([
    '《',
    '》',
    '《》',
    '《 》',
    '《没有完',
    '没有头》',
    `《${'长'.repeat(200)}》`,
    '《一\n二》',
  ])('%s is none', (text) => {
    expect(documents(text)).toEqual([]);
  });
});

test('a listed law is found without 《》, the longest of its names, and once', () => {
  expect(
    documents('著作权法实施条例、著作权法的修改，《著作权法》第三次修改。').map(
      (each) => 'name' in each && each.name,
    ),
  ).toEqual(['著作权法', '著作权法实施条例', '著作权法']);
});
