import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import type { Item } from '#lib/content/issue.ts';
import type { Reference } from '#lib/references/reference.ts';
import { referenceReader } from '#tests/support/references.ts';

let items: { item: Item; references: Reference[] }[];
beforeAll(async () => {
  const content = join(import.meta.dirname, '../../../content');
  const reader = new ArchiveReader(content);
  const referencesOf = await referenceReader(content);
  const { archive } = await reader.read({ compare: false, now: new Date('2026-01-01T00:00:00Z') });
  items = (archive?.issues ?? [])
    .filter(({ date }) => date <= '2025-09-15')
    .flatMap((issue) =>
      issue.sections.flatMap(({ items }) =>
        items.map((item) => ({ item, references: referencesOf(item, issue.date) })),
      ),
    );
});

const all = () => items.flatMap(({ references }) => references);
const distinct = (read: (reference: Reference) => string[]) =>
  [...new Set(all().flatMap(read))].sort((a, b) => (a < b ? -1 : 1));
const itemOf = (title: string) => items.find(({ item }) => item.title.includes(title));

describe('in the shipped issues', () => {
  test('documents other than works have their type and their stage', () => {
    expect(
      distinct((each) =>
        each.kind === 'document' && each.type !== 'work'
          ? [[each.type, each.name, each.stage].filter(Boolean).join(' ')]
          : [],
      ),
    ).toEqual([
      'law 人工智能法案',
      'law 反不正当竞争法',
      'law 反不正当竞争法 adopted',
      'law 数据（使用与访问）法案',
      'law 民法典',
      'policy 关于加快推进版权事业高质量发展的意见 published',
      'policy 关于开展2025年全国知识产权宣传周活动的通知 published',
      'policy 国务院2025年度立法工作计划 published',
      'policy 版权工作“十四五”规划',
      'policy 知识产权强国建设纲要（2021—2035年）',
      'regulation 人工智能生成合成内容标识办法 in force',
      'regulation 数字单一市场版权指令',
      'regulation 福建省知识产权保护与促进条例 deliberation',
      'regulation 著作权法实施条例',
      'regulation 著作权集体管理条例',
      'report 2024中国网络文学发展研究报告',
      'report 2024中国网络文学蓝皮书',
      'report 2024年全球创新指数报告',
      'report 2025年全国知识产权服务业统计调查报告',
      'report 中国网络视听发展研究报告（2025）',
      'report 模型原理与训练方法说明',
      'report 版权与人工智能',
      'report 知识产权检察工作白皮书（2024）',
      'standard 生成式人工智能知识产权合规指南 consultation',
      'standard 通用人工智能行为准则 published',
    ]);
  });

  test('courts are found under one name each', () => {
    expect(distinct((each) => (each.kind === 'court' ? [each.name] : []))).toEqual([
      '上海市浦东新区人民法院',
      '伦敦高等法院',
      '北京互联网法院',
      '北京知识产权法院',
      '广州知识产权法院',
      '最高人民法院',
      '浙江省永康市人民法院',
      '美国加州北区联邦地区法院',
      '美国华盛顿特区联邦法院',
      '美国洛杉矶联邦法院',
      '美国特拉华州联邦法院',
      '美国纽约南区联邦地区法院',
      '美国纽约联邦法院',
    ]);
  });

  test('quoted names are names, not ordinary words', () => {
    expect(
      distinct((each) => (each.kind === 'name' && each.script === 'quoted' ? [each.name] : [])),
    ).toEqual([
      '2·03',
      '4·26',
      'AI换脸案',
      'AI文生图案',
      'Labubu',
      'Labubu运动系列',
      'Pop Mart',
      'Por Mart',
      '中国网络视听协会微短剧版权服务平台',
      '乙制品厂',
      '全球知识产权保护与创新论坛',
      '初代藏品级LABUBU艺术专场',
      '剑网2025',
      '剑网行动',
      '变身漫画特效',
      '哪吒',
      '哪吒魔王子',
      '声量银行计划',
      '少女漫画特效',
      '引流直播带货',
      '微短剧出海暨生态健康发展论坛',
      '我是个小妖怪',
      '智融宝 PLUS',
      '海关发布',
      '清朗·整治AI技术滥用',
      '离心压缩机选型',
      '网信中国',
      '蚕豆网',
    ]);
  });

  test('Labubu is one name in every issue, and abbreviations are no names', () => {
    const latin = distinct((each) => (each.kind === 'name' ? [each.name] : []));
    expect(latin.filter((name) => /^labubu$/i.test(name))).toEqual(['Labubu']);
    expect(latin).toEqual(expect.arrayContaining(['Anthropic', 'Meta', 'OpenAI', 'The Monsters']));
    const common = ['AI', 'IP', 'APP', 'App', 'TB', 'AIGC', 'GDP', 'PCT', 'PLUS', 'Top10', 'Class'];
    expect(latin.filter((name) => common.includes(name))).toEqual([]);
  });

  test('organisations are found by all their names', () => {
    const idsOf = (title: string) =>
      new Set(
        itemOf(title)?.references.flatMap((each) => (each.kind === 'organisation' ? each.id : [])),
      );
    expect(idsOf('中英更新签署')).toEqual(new Set(['ncac', 'uk-ipo']));
    expect(idsOf('Getty Images诉')).toEqual(new Set(['getty', 'stability-ai']));
    expect(
      distinct((each) => (each.kind === 'organisation' ? [each.id] : [])).length,
    ).toBeGreaterThan(80);
  });

  test('the numbers of official papers are not taken for case numbers', () => {
    expect(distinct((each) => (each.kind === 'case' ? [each.number] : []))).toEqual([]);
  });

  test('every reference has the offsets of words in its item', () => {
    for (const { item, references } of items)
      for (const { span } of references)
        expect(item[span.part].slice(span.start, span.end).trim()).not.toBe('');
  });
});
