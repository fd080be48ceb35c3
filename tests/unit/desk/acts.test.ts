import { describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { type Act, actsOf } from '#lib/desk/lists/acts.ts';
import { actFact, archiveOfFacts } from '#tests/support/desk-facts.ts';

const stepsOf = (act: Act | undefined) =>
  act?.steps.map(({ step, day, told }) =>
    [step, day ?? '—', told.map(({ entry }) => entry.issue.date).join(' ')].join(' | '),
  );
const idsOf = (archive: Archive) => actsOf(archive).all.map(({ id }) => id);

describe('an act', () => {
  test('is followed over issues, and what several items tell is one step', async () => {
    const archive = await archiveOfFacts({
      '2025-05-19': [{ title: '审议', acts: [actFact('数据法', 'deliberation')] }],
      '2025-06-30': [
        { title: '通过', acts: [actFact('数据法', 'adopted', '2025-06-27')] },
        {
          title: '又一条',
          acts: [actFact('数据法', 'adopted'), actFact('数据法', 'in force', '2025-10-15')],
        },
      ],
      '2025-07-07': [{ title: '解读', acts: [actFact('数据法', 'adopted', '2025-06')] }],
    });
    const [act] = actsOf(archive).all;
    expect(stepsOf(act)).toEqual([
      'deliberation | — | 2025-05-19',
      'adopted | 2025-06-27 | 2025-06-30 2025-06-30 2025-07-07',
      'in force | 2025-10-15 | 2025-06-30',
    ]);
    // In July it does not apply yet.
    expect(act?.stage).toBe('adopted');
    expect(act?.entries).toHaveLength(4);
  });

  test('has a step twice where one was in another year', async () => {
    const archive = await archiveOfFacts({
      '2024-03-04': [{ title: '老消息', acts: [actFact('数据法', 'consultation')] }],
      '2025-03-31': [
        { title: '新消息', acts: [actFact('数据法', 'consultation', '2025-03-28')] },
        { title: '又一条', acts: [actFact('数据法', 'consultation')] },
      ],
    });
    expect(stepsOf(actsOf(archive).all[0])).toEqual([
      'consultation | — | 2024-03-04',
      'consultation | 2025-03-28 | 2025-03-31 2025-03-31',
    ]);
  });

  test('is where its last day says, unless a later item says that it went further', async () => {
    const stageOf = async (...acts: [string, ReturnType<typeof actFact>][]) => {
      const issues = acts.map(
        ([date, act], index): [string, [{ title: string; acts: [typeof act] }]] => [
          date,
          [{ title: `第${index}条`, acts: [act] }],
        ],
      );
      return actsOf(await archiveOfFacts(Object.fromEntries(issues))).all[0]?.stage;
    };
    const adopted = actFact('数据法', 'adopted', '2025-06-27');
    expect(await stageOf(['2025-06-30', adopted])).toBe('adopted');
    const published = actFact('数据法', 'published');
    expect(await stageOf(['2025-06-30', adopted], ['2025-07-07', published])).toBe('published');
    // The draft is told as what was before.
    const draft = actFact('数据法', 'draft');
    expect(await stageOf(['2025-06-30', adopted], ['2025-07-07', draft])).toBe('adopted');
    const amended = actFact('数据法', 'proposed', '2027-01');
    expect(await stageOf(['2025-06-30', adopted], ['2027-02-01', amended])).toBe('proposed');
  });

  test('lists apart the items that only mention it, and is not listed where all do', async () => {
    const archive = await archiveOfFacts({
      '2025-03-31': [
        { title: '提到', mentioned: [{ name: '数据法', type: 'law', state: '中国' }] },
        { title: '别的', mentioned: [{ name: '专利法', type: 'law', state: '中国' }] },
      ],
      '2025-06-30': [{ title: '通过', acts: [actFact('数据法', 'adopted')] }],
    });
    const { all } = actsOf(archive);
    expect(all.map(({ name }) => name)).toEqual(['数据法']);
    expect(all[0]?.mentions.map(({ item }) => item.title)).toEqual(['提到']);
  });

  test('is one whatever the width and case of its name, with the state that an item gives', async () => {
    const archive = await archiveOfFacts({
      '2025-03-31': [
        { title: '一', acts: [actFact('ＡＩ法', 'draft', undefined, { state: undefined })] },
      ],
      '2025-06-30': [
        { title: '二', acts: [actFact('ai法', 'adopted', undefined, { state: '欧盟' })] },
      ],
    });
    expect(actsOf(archive).all).toMatchObject([{ id: 'ai法', name: 'ＡＩ法', state: '欧盟' }]);
  });
});

describe('the id of an act', () => {
  const issues = {
    '2025-03-31': [{ title: '一', acts: [actFact('数据（使用）法', 'draft')] }],
    '2025-06-30': [
      { title: '二', acts: [actFact('数据使用法', 'adopted'), actFact('2025', 'draft')] },
    ],
    '2025-07-07': [{ title: '三', acts: [actFact('数据-使用-法', 'adopted')] }],
    '2025-07-14': [{ title: '四', acts: [actFact(`${'很长的名称'.repeat(20)}法`, 'adopted')] }],
  };

  test('is made from its name, and is no other act’s and no year', async () => {
    const ids = idsOf(await archiveOfFacts(issues));
    expect(ids).toEqual([
      '很长的名称'.repeat(10),
      '数据-使用-法-2',
      '数据使用法',
      '2025-2',
      '数据-使用-法',
    ]);
  });

  test('stays the same as issues are added', async () => {
    const archive = await archiveOfFacts(issues);
    for (let count = 1; count < archive.issues.length; count += 1) {
      const before = { ...archive, issues: archive.issues.slice(-count) };
      expect(idsOf(archive)).toEqual(expect.arrayContaining(idsOf(before)));
    }
  });
});
