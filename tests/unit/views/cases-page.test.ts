import { describe, expect, test } from 'vitest';
import { redirectFrom } from '#lib/site/redirects.ts';
import { addressAt } from '#lib/views/addresses.ts';
import { caseOrPeriodPage } from '#lib/views/case.ts';
import { casesPage } from '#lib/views/cases.ts';
import { namedPages } from '#lib/views/named-pages.ts';
import { redirectsOf } from '#lib/views/redirects.ts';
import {
  archiveOfFacts,
  caseFact,
  clause,
  eventFact,
  type FactItem,
  sumOf,
} from '#tests/support/desk-facts.ts';

const suit: FactItem = {
  title: '甲公司诉乙公司',
  cases: [
    caseFact(['甲公司', '乙公司'], ['起诉 2024-11-04', '一审 2025-03-20'], {
      numbers: ['（2025）京73民初1号'],
      courts: ['北京知识产权法院'],
      state: '中国',
      sums: [sumOf('award', 500_000), sumOf('claim', 800_000)],
    }),
  ],
};
const crime: FactItem = {
  title: '卢某获刑',
  cases: [
    caseFact(['', '卢某'], ['提起公诉', '判决'], {
      sums: [sumOf('fine', 150_000)],
      sentences: [{ words: '有期徒刑三年，缓刑三年六个月', clause }],
    }),
  ],
  events: [eventFact('卢某案开庭', '2025-03-10', 'hearing')],
};

describe('the cases of a year', () => {
  test('are rows with what their items say, a case in each year in which it has a step', async () => {
    const archive = await archiveOfFacts({ '2025-03-31': [suit, crime] });
    const cases = casesPage(archive, {})?.cases ?? [];
    const written = cases.map(({ name, details, courts, sums, steps }) => [
      name,
      ...details.map((detail) => `${detail.name}：${detail.value}`),
      ...(courts === '' ? [] : [`法院：${courts}`]),
      ...sums.map((detail) => `${detail.name}：${detail.value}`),
      ...steps.map(({ step, day }) => [step, day?.text].filter(Boolean).join(' ')),
    ]);
    expect(written).toEqual([
      [
        '卢某案',
        '被告人：卢某',
        '罚金：15万元',
        '刑期：有期徒刑三年，缓刑三年六个月',
        '提起公诉',
        '判决',
      ],
      [
        '甲公司诉乙公司案',
        '原告：甲公司',
        '被告：乙公司',
        '法域：中国',
        '案号：（2025）京73民初1号',
        '法院：北京知识产权法院',
        '索赔：80万元',
        '判赔：50万元',
        '起诉 2024年11月4日',
        '一审判决 2025年3月20日',
      ],
    ]);
    expect(casesPage(archive, { year: '2024' })?.cases.map(({ name }) => name)).toEqual([
      '甲公司诉乙公司案',
    ]);
    expect(caseOrPeriodPage(archive, { id: '2023' })).toBe(undefined);
  });
});

describe('the page of a case', () => {
  test('has its details, its steps as the items tell them, its items, feed and calendar', async () => {
    const later: FactItem = {
      title: '二审',
      cases: [caseFact(['甲公司', '乙公司'], ['二审维持'])],
    };
    const archive = await archiveOfFacts({ '2025-03-31': [suit, crime], '2025-06-30': [later] });
    const [first, second] = casesPage(archive, {})?.cases ?? [];
    const idOf = (path = '') => path.replace('/cases/', '');
    const page = caseOrPeriodPage(archive, { id: idOf(first?.path) });
    expect(page).toMatchObject({
      name: '甲公司诉乙公司案',
      items: { items: [{ title: '二审' }, { title: '甲公司诉乙公司' }], count: 2 },
      feed: `${first?.path}/atom.xml`,
      calendar: undefined,
    });
    expect(caseOrPeriodPage(archive, { id: idOf(second?.path) })).toMatchObject({
      name: '卢某案',
      calendar: `${second?.path}/calendar.ics`,
    });
    expect(namedPages(archive)).toContainEqual({
      name: '卢某案',
      kind: '案件',
      path: second?.path,
      hasFeed: true,
    });
  });

  test('that was joined to an older case leads there, with its feeds', async () => {
    const numbers = ['（2025）京73民初1号'];
    const issues = {
      '2025-03-31': [{ title: '起诉', cases: [caseFact(['甲公司', '乙公司'], ['起诉'])] }],
      '2025-04-07': [{ title: '立案', cases: [caseFact(['', ''], ['立案'], { numbers })] }],
      '2025-04-14': [
        { title: '一审', cases: [caseFact(['甲公司', '乙公司'], ['一审'], { numbers })] },
      ],
    };
    const archive = await archiveOfFacts(issues);
    const before = { ...archive, issues: archive.issues.slice(1) };
    const [lost, kept] = casesPage(before, {})?.cases.map(({ path }) => path) ?? [];
    expect(casesPage(archive, {})?.cases.map(({ path }) => path)).toEqual([kept]);
    const redirects = redirectsOf(archive);
    expect(redirectFrom(`${lost}`, redirects)).toBe(kept);
    expect(redirectFrom(`${lost}/atom.xml`, redirects)).toBe(`${kept}/atom.xml`);
    for (const path of [`${kept}`, `${kept}/atom.xml`])
      expect(addressAt(archive, path), path).toBeDefined();
  });
});
