import { describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { casesOf } from '#lib/desk/lists/cases.ts';
import { archiveOfFacts, caseFact, type FactItem, sumOf } from '#tests/support/desk-facts.ts';

const stepsOf = (archive: Archive) =>
  casesOf(archive).all.map(({ steps }) =>
    steps.map(({ step, day }) => [step, day].join(' ').trim()),
  );

describe('a case', () => {
  test('is one row with what all its items say', async () => {
    const archive = await archiveOfFacts({
      '2025-03-31': [
        {
          title: '甲诉乙',
          cases: [
            caseFact(['甲公司', '乙公司'], ['起诉 2025-03'], {
              state: '中国',
              courts: ['北京互联网法院'],
              sums: [sumOf('claim', 800_000)],
            }),
          ],
        },
      ],
      '2025-06-30': [
        {
          title: '甲胜诉',
          cases: [
            caseFact(['甲公司', '乙公司'], ['起诉 2025-03-05', '一审 2025-06-20'], {
              numbers: ['（2025）京0491民初1号'],
              sums: [sumOf('claim', 800_000), sumOf('award', 500_000)],
            }),
          ],
        },
      ],
      '2025-09-15': [
        {
          title: '甲终审胜诉',
          cases: [
            caseFact(['某', ''], ['一审', '二审维持 2025-09-10', '生效'], {
              numbers: ['（2025）京0491民初1号', '（2025）京04民终9号'],
              courts: ['北京知识产权法院', '北京互联网法院'],
            }),
          ],
        },
      ],
    });
    expect(stepsOf(archive)).toEqual([
      ['起诉 2025-03-05', '一审 2025-06-20', '二审维持 2025-09-10', '生效'],
    ]);
    const [only] = casesOf(archive).all;
    expect(only).toMatchObject({
      id: `2025-03-31-${archive.issues[2]?.sections[0]?.items[0]?.id}`,
      name: '甲公司、某诉乙公司案',
      state: '中国',
      courts: ['北京互联网法院', '北京知识产权法院'],
      numbers: ['（2025）京0491民初1号', '（2025）京04民终9号'],
    });
    expect(only?.sums.map(({ role, amount }) => [role, amount])).toEqual([
      ['claim', 800_000],
      ['award', 500_000],
    ]);
    expect(only?.entries.map(({ item }) => item.title)).toEqual(['甲诉乙', '甲胜诉', '甲终审胜诉']);
  });

  test('puts steps without a day where a report tells them, and those of one day in their order', async () => {
    const archive = await archiveOfFacts({
      '2025-03-31': [
        {
          title: '宣判',
          cases: [
            caseFact(['甲公司', '乙公司'], ['生效', '一审 2025-01-10', '起诉', '开庭 2025-01-10']),
          ],
        },
      ],
    });
    expect(stepsOf(archive)).toEqual([['起诉', '开庭 2025-01-10', '一审 2025-01-10', '生效']]);
  });

  test('has no judgment besides of which a report says the instance, but one of another day', async () => {
    const report = (title: string, ...steps: string[]) => [
      { title, cases: [caseFact(['甲公司', '乙公司'], steps)] },
    ];
    const archive = await archiveOfFacts({
      '2025-03-31': report('判了', '判决'),
      '2025-04-07': report('一审', '一审 2025-03-28'),
      '2025-06-30': report('又判了', '判决 2025-03-28', '判决 2025-06-27'),
      '2025-07-07': report('二审', '二审', '二审维持 2025-06-27'),
    });
    expect(stepsOf(archive)).toEqual([['一审 2025-03-28', '二审维持 2025-06-27']]);
    const before = { ...archive, issues: archive.issues.slice(1) };
    expect(stepsOf(before)).toEqual([['一审 2025-03-28', '判决 2025-06-27']]);
  });

  test('has its own name, that of its parties, that of the accused, or the title of its item', async () => {
    const named = (item: FactItem) => archiveOfFacts({ '2025-03-31': [item] });
    const nameOf = async (item: FactItem) => casesOf(await named(item)).all[0]?.name;
    const title = '一条消息';
    expect(
      await nameOf({ title, cases: [caseFact(['甲', '乙'], ['一审'], { name: '“丙”案' })] }),
    ).toBe('“丙”案');
    expect(await nameOf({ title, cases: [caseFact(['甲、乙、丙', '丁'], ['一审'])] })).toBe(
      '甲、乙等诉丁案',
    );
    expect(await nameOf({ title, cases: [caseFact(['', '卢某'], ['提起公诉'])] })).toBe('卢某案');
    expect(await nameOf({ title, cases: [caseFact(['', '乙公司'], ['一审'])] })).toBe(title);
    expect(await nameOf({ title, cases: [caseFact(['', ''], ['一审'])] })).toBe(title);
  });
});

describe('the id of a case', () => {
  const both = caseFact(['甲公司', '乙公司'], ['一审'], { numbers: ['（2025）京01民初1号'] });
  const issues: Record<string, FactItem[]> = {
    '2025-03-31': [
      {
        title: '两案',
        cases: [caseFact(['甲公司', '乙公司'], ['起诉']), caseFact(['丙公司', '丁公司'], ['起诉'])],
      },
    ],
    '2025-04-07': [
      {
        title: '有案号',
        cases: [caseFact(['', ''], ['立案'], { numbers: ['（2025）京01民初1号'] })],
      },
    ],
    '2025-04-14': [{ title: '连起来', cases: [both] }],
  };
  const idsOf = (archive: Archive) => casesOf(archive).all.map(({ id }) => id);

  test('comes from the item that first reported it, with a number where that reports several', async () => {
    const { '2025-04-14': _, ...before } = issues;
    const archive = await archiveOfFacts(before);
    const [numbered, two] = archive.issues.map(({ sections }) => sections[0]?.items[0]?.id);
    expect(idsOf(archive)).toEqual([
      `2025-04-07-${numbered}`,
      `2025-03-31-${two}`,
      `2025-03-31-${two}-2`,
    ]);
  });

  test('that is lost where two cases are joined leads to the older one', async () => {
    const archive = await archiveOfFacts(issues);
    const before = { ...archive, issues: archive.issues.slice(1) };
    const { moved, byId } = casesOf(archive);
    expect(moved.map(({ from }) => from)).toEqual([idsOf(before)[0]]);
    expect(moved[0]?.to.entries.map(({ item }) => item.title)).toEqual([
      '两案',
      '有案号',
      '连起来',
    ]);
    for (const id of idsOf(before))
      expect(byId.has(id) || moved.some(({ from }) => from === id)).toBe(true);
  });

  test('of a case that was joined before it was public leads nowhere: it has never been an address', async () => {
    const { '2025-04-07': numbered = [], '2025-04-14': joining = [], ...older } = issues;
    const archive = await archiveOfFacts({ ...older, '2025-04-14': [...numbered, ...joining] });
    expect(casesOf(archive).moved).toEqual([]);
    expect(casesOf(archive).all).toHaveLength(2);
  });
});
