import { describe, expect, test } from 'vitest';
import { actsOf } from '#lib/desk/lists/acts.ts';
import { casesOf } from '#lib/desk/lists/cases.ts';
import { withDesk } from '#tests/support/desk-entries.ts';
import { actFact, archiveOfFacts, caseFact } from '#tests/support/desk-facts.ts';

describe('entries about several items', () => {
  test('join two laws under the older address, with the name that is given', async () => {
    const archive = withDesk(
      await archiveOfFacts({
        '2025-03-31': [{ title: '一', acts: [actFact('数据法草案', 'draft')] }],
        '2025-04-07': [
          { title: '二', mentioned: [{ name: '数据法', type: 'law', state: '中国' }] },
        ],
        '2025-04-14': [{ title: '三', acts: [actFact('数据法', 'adopted')] }],
      }),
      '- { join: [/laws/数据法, /laws/%E6%95%B0%E6%8D%AE%E6%B3%95%E8%8D%89%E6%A1%88], name: 数据法 }',
    );
    const { all, moved, byName } = actsOf(archive);
    expect(all.map(({ id, name, steps }) => [id, name, ...steps.map(({ step }) => step)])).toEqual([
      ['数据法草案', '数据法', 'draft', 'adopted'],
    ]);
    expect(all[0]?.mentions.map(({ item }) => item.title)).toEqual(['二']);
    expect(moved.map(({ from, to }) => [from, to.id])).toEqual([['数据法', '数据法草案']]);
    expect(byName.get('数据法')).toBe(byName.get('数据法草案'));
  });

  const issues = {
    '2025-03-31': [{ title: '一', cases: [caseFact(['甲公司', '乙公司'], ['起诉'])] }],
    '2025-04-07': [{ title: '二', cases: [caseFact(['丙公司', '乙公司'], ['一审'])] }],
    '2025-04-14': [{ title: '三', cases: [caseFact(['丙公司', '乙公司'], ['二审'])] }],
  };

  test('join two cases under the older address, with the name that is given', async () => {
    const archive = await archiveOfFacts(issues);
    const [later, first] = casesOf(archive).all.map(({ id }) => id);
    const joined = withDesk(archive, `- { join: [/cases/${later}, /cases/${first}], name: 乙案 }`);
    expect(casesOf(joined).all.map(({ id, name, steps }) => [id, name, steps.length])).toEqual([
      [first, '乙案', 3],
    ]);
    expect(casesOf(joined).moved.map(({ from }) => from)).toEqual([later]);
  });

  test('keep the case of an item apart from older ones', async () => {
    const archive = await archiveOfFacts(issues);
    expect(casesOf(archive).all).toHaveLength(2);
    const parted = withDesk(archive, '- { item: <三>, apart: true }');
    expect(casesOf(parted).all.map(({ entries }) => entries.map(({ item }) => item.title))).toEqual(
      [['三'], ['二'], ['一']],
    );
  });
});
