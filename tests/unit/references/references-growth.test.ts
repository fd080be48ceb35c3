import { describe, expect, test } from 'vitest';
import { findCases } from '#lib/references/courts/cases.ts';
import { findCourts } from '#lib/references/courts/courts.ts';
import { findDocuments } from '#lib/references/documents/documents.ts';
import type { ReferenceFinder } from '#lib/references/finder.ts';
import { findNames } from '#lib/references/names/names.ts';
import { findOrganisations } from '#lib/references/organisations.ts';
import { readReferences } from '#lib/references/read-references.ts';
import { context, findIn, isReadInLinearTime } from '#tests/support/references.ts';

/** What may make a finder slow where a text repeats it: how references begin, without their ends. */
const finders: [name: string, find: ReferenceFinder, units: string[]][] = [
  [
    'case numbers',
    findCases,
    [
      '（2023）',
      '(2023)京73民',
      '（（（（',
      '（2023）京73民终1、',
      '号2023',
      '2023',
      '（2023）民民民',
    ],
  ],
  [
    'courts',
    findCourts,
    [
      '北京知识产权法院',
      '《甲》北京知识产权法院',
      '甲乙上诉法院',
      '北京',
      '北京市',
      '浙江省永康市',
      '法院',
      '人民法院',
      '美国',
      '美国加州',
      '市',
      '向',
      '德国慕尼黑',
      '最高法',
      '甲',
      '，甲市',
      '内蒙古自治区',
    ],
  ],
  [
    'documents',
    findDocuments,
    [
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
    ],
  ],
  [
    'names',
    findNames,
    [
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
    ],
  ],
  [
    'organisations',
    findOrganisations,
    ['国', '国务院', 'Meta', 'Getty Images', 'G', '4', '《', 'M '],
  ],
];

describe.each(finders)('the time to find %s grows in step with the text', (_, find, units) => {
  test.each(units)('where it repeats %s', (unit) => {
    const read = (text: string) => findIn(find, text, { title: text });
    expect(isReadInLinearTime(read, unit)).toBe(true);
  });
});

describe('the time to find all kinds of references grows in step with the text', () => {
  test.each([
    '（2023）',
    '《',
    '》',
    '《〈',
    '“',
    '”',
    '1',
    '1,234',
    '万元',
    '3月',
    '2025年3月',
    'A ',
    'Aa',
    '法院',
    '人民',
    '赔偿',
    '月1日',
    '（',
  ])('where it repeats %s', (unit) => {
    const read = (text: string) => readReferences({ title: text.slice(0, 200), text }, context());
    expect(isReadInLinearTime(read, unit)).toBe(true);
  });
});
