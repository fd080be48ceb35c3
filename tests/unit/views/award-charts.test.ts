import { describe, expect, test } from 'vitest';
import type { CaseSum } from '#lib/desk/facts.ts';
import { casesOf } from '#lib/desk/lists/cases.ts';
import { trendsPage } from '#lib/views/trends.ts';
import { archiveOfFacts, caseFact, sumOf } from '#tests/support/desk-facts.ts';

/** An item that reports a case between these parties, with these sums. */
const report = (title: string, parties: [string, string], ...sums: CaseSum[]) => ({
  title,
  cases: [caseFact(parties, ['一审'], { sums })],
});

async function awardsOf(...reports: ReturnType<typeof report>[]) {
  const archive = await archiveOfFacts({ '2025-03-31': reports });
  return trendsPage(archive, {})?.awards ?? [];
}

const dollars = { currency: 'USD', words: '3亿美元' };

describe('the awards of a year', () => {
  test('are the largest of each case, by currency, the largest first, and lead to the case', async () => {
    const archive = await archiveOfFacts({
      '2025-03-31': [
        report('小', ['甲公司', '乙公司'], sumOf('award', 500_000), sumOf('award', 200_000)),
        report('大', ['丙公司', '丁公司'], sumOf('award', 9_000_000), sumOf('claim', 90_000_000)),
        report('和解', ['戊公司', '己公司'], sumOf('settlement', 300_000_000, dollars)),
      ],
      '2025-04-07': [report('又报', ['甲公司', '乙公司'], sumOf('award', 500_000))],
    });
    const awards = trendsPage(archive, {})?.awards;
    expect(awards).toMatchObject([
      {
        currency: '人民币',
        hasBars: true,
        bars: [
          { name: '丙公司诉丁公司案', label: '900万元', value: 9_000_000 },
          { name: '甲公司诉乙公司案', label: '50万元', value: 500_000 },
        ],
      },
      // One bar alone compares with nothing.
      { currency: '美元', hasBars: false, bars: [{ label: '3亿美元', value: 300_000_000 }] },
    ]);
    const [largest] = casesOf(archive).all.filter(({ name }) => name === '丙公司诉丁公司案');
    expect(awards?.[0]?.bars[0]?.path).toBe(`/cases/${largest?.id}`);
  });

  test('are those that the issues of the year report', async () => {
    const archive = await archiveOfFacts({
      '2024-12-30': [report('去年', ['甲公司', '乙公司'], sumOf('award', 50_000))],
      '2025-03-31': [report('今年', ['甲公司', '乙公司'], sumOf('award', 70_000))],
    });
    const labels = (year: string) =>
      trendsPage(archive, { year })?.awards.flatMap(({ bars }) => bars.map(({ label }) => label));
    expect([labels('2024'), labels('2025')]).toEqual([['5万元'], ['7万元']]);
  });

  test('have no bars where the smallest could not be seen beside the largest', async () => {
    const small = report('小', ['甲公司', '乙公司'], sumOf('award', 50_000));
    const [near] = await awardsOf(
      small,
      report('大', ['丙公司', '丁公司'], sumOf('award', 5_000_000)),
    );
    expect(near?.hasBars).toBe(true);
    const [far] = await awardsOf(
      small,
      report('大', ['丙公司', '丁公司'], sumOf('award', 5_010_000)),
    );
    expect(far?.hasBars).toBe(false);
  });

  test('are cut between equals no more than other lists', async () => {
    const equals = Array.from({ length: 20 }, (_, index) =>
      report(`第${index}`, [`第${index}公司`, `丁${index}公司`], sumOf('award', 10_000)),
    );
    const [awards] = await awardsOf(
      report('甲', ['甲公司', '乙公司'], sumOf('award', 90_000)),
      ...equals,
    );
    expect(awards?.bars.map(({ name }) => name)).toEqual(['甲公司诉乙公司案']);
    expect(awards?.rest).toEqual({
      text: '另有20件，最多的1万元',
      list: { name: '案件', path: '/cases/2025' },
    });
  });
});
