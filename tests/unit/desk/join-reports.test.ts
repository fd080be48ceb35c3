import { describe, expect, test } from 'vitest';
import type { CaseFact } from '#lib/desk/facts.ts';
import { casesOf } from '#lib/desk/lists/cases.ts';
import { groupOf } from '#lib/desk/lists/same-case.ts';
import { archiveOfFacts, caseFact } from '#tests/support/desk-facts.ts';

/** How many cases the reports are, each in an issue of its own. */
async function countCases(...reports: [date: string, fact: CaseFact][]): Promise<number> {
  const issues = reports.map(([date, fact], index) => [
    date,
    [{ title: `第${index}条`, cases: [fact] }],
  ]);
  return casesOf(await archiveOfFacts(Object.fromEntries(issues))).all.length;
}

const NAMED = { plaintiffs: ['甲公司'], defendants: ['乙公司'] };

describe('two reports are of one case', () => {
  test.each<[string, Partial<CaseFact>, Partial<CaseFact>, number]>([
    ['with the same parties', {}, {}, 1],
    ['with a name that contains the other', { defendants: ['乙公司运营方'] }, {}, 1],
    ['with a name that the other contains', {}, { plaintiffs: ['深圳甲公司'] }, 1],
    ['but not with another plaintiff', {}, { plaintiffs: ['丙公司'] }, 2],
    ['but not with another defendant', {}, { defendants: ['丙公司'] }, 2],
    [
      'but not with the sides turned round',
      {},
      { plaintiffs: ['乙公司'], defendants: ['甲公司'] },
      2,
    ],
    ['but not without a plaintiff', { plaintiffs: [] }, { plaintiffs: [] }, 2],
    ['but not in another state', { state: '美国' }, { state: '英国' }, 2],
    ['with a state in one', { state: '美国' }, {}, 1],
    [
      'with the numbers of two instances',
      { numbers: ['京民初1号'] },
      { numbers: ['京民终2号'] },
      1,
    ],
    [
      'but not with two numbers of a first instance',
      { numbers: ['京民初1号'] },
      { numbers: ['沪民初1号'] },
      2,
    ],
    [
      'with one number, whoever the parties are',
      { numbers: ['京民初1号'] },
      { numbers: ['京民初1号'], defendants: [] },
      1,
    ],
    [
      'but not between people without full names',
      { defendants: ['张某'] },
      { defendants: ['张某'] },
      2,
    ],
  ])('%s', async (_, one, other, count) => {
    const report = (more: Partial<CaseFact>) => caseFact(['', ''], ['一审'], { ...NAMED, ...more });
    expect(await countCases(['2025-03-31', report(one)], ['2025-06-30', report(other)])).toBe(
      count,
    );
  });

  test('but not in one item, which tells them apart', async () => {
    const cases = [
      caseFact(['甲公司', '乙公司'], ['一审']),
      caseFact(['甲公司', '乙公司'], ['起诉']),
    ];
    const archive = await archiveOfFacts({ '2025-03-31': [{ title: '两案', cases }] });
    expect(casesOf(archive).all).toHaveLength(2);
  });
});

describe('writers without a name are one plaintiff', () => {
  const suit = (steps: readonly string[], more: Partial<CaseFact> = {}) =>
    caseFact(['作家', 'Anthropic'], steps, { state: '美国', ...more });
  const first: [string, CaseFact] = ['2025-06-30', suit(['起诉 2024-08-19', '裁定 2025-06-23'])];

  test.each<[string, string, CaseFact, number]>([
    ['where the case goes on', '2025-09-08', suit(['和解待批准 2025-09-05']), 1],
    [
      'where a report has another word for them',
      '2025-09-08',
      suit(['和解'], { plaintiffs: ['三名作家'] }),
      1,
    ],
    ['but not where it would go back', '2025-09-08', suit(['起诉 2025-09-01']), 2],
    ['but not in another state', '2025-09-08', suit(['和解'], { state: '英国' }), 2],
    ['but not against another', '2025-09-08', suit(['和解'], { defendants: ['OpenAI'] }), 2],
    ['but not for publishers', '2025-09-08', suit(['和解'], { plaintiffs: ['出版商'] }), 2],
    ['but not after two years', '2027-08-02', suit(['和解']), 2],
  ])('%s', async (_, date, fact, count) => {
    expect(await countCases(first, [date, fact])).toBe(count);
  });

  test('but not before other courts, unless on appeal', async () => {
    const before: [string, CaseFact] = ['2025-06-30', suit(['起诉'], { courts: ['加州北区法院'] })];
    const ruled = (step: string) => suit([step], { courts: ['第九巡回上诉法院'] });
    expect(await countCases(before, ['2025-09-08', ruled('裁定')])).toBe(2);
    expect(await countCases(before, ['2025-09-08', ruled('二审维持')])).toBe(1);
  });

  test('but not in two items of one issue', async () => {
    const items = ['裁定', '和解'].map((step) => ({ title: step, cases: [suit([step])] }));
    expect(casesOf(await archiveOfFacts({ '2025-06-30': items })).all).toHaveLength(2);
  });
});

test('words for plaintiffs are told from names', () => {
  expect(
    ['作家', '两名作家', '美国作者们', '新闻出版商', '好莱坞', '用户'].map(groupOf),
  ).not.toContain(undefined);
  for (const name of ['中国作家协会', 'Getty Images', '人民文学出版社有限公司', '米哈游'])
    expect(groupOf(name)).toBe(undefined);
});
