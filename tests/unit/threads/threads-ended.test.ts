import { describe, expect, test } from 'vitest';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { archiveOf, issueOf } from '#tests/support/stories.ts';

const SUIT: [string, string] = ['甲社诉乙网案立案', '法院受理甲社诉乙网一案。'];
const RULED: [string, string] = ['甲社诉乙网案一审宣判', '法院对甲社诉乙网一案作出判决。'];

describe('a thread that an editor ended', () => {
  const issues = {
    '2026-01-12': issueOf(SUIT),
    '2026-01-19': issueOf(RULED),
    '2026-01-26': issueOf(['甲社诉乙网案二审开庭', '甲社诉乙网案二审开庭。']),
    '2026-02-02': issueOf(['甲社诉乙网案终审', '甲社诉乙网案终审判决。']),
  };
  const linksOf = async () =>
    threadsOf(await archiveOf(issues)).all[0]?.items.map(
      ({ issue, item }) => `/issues/${issue.date}#${item.id}`,
    ) ?? [];

  test.each([
    ['2026-01-19', 0, [2, 2]],
    ['true', 1, [2, 2]],
    ['true', 2, [3]],
    ['案件已经审结。', 2, [3]],
    ['2026-03-01', 0, [4]],
  ])('%s, listing item %i: later items do not join by themselves', async (ended, at, sizes) => {
    const items = await linksOf();
    const archive = await archiveOf(issues, `- { items: [${items[at]}], ended: ${ended} }`);
    const { all } = threadsOf(archive);
    expect(all.map((thread) => thread.items.length).toSorted()).toEqual(sizes);
    const closed = all.find((thread) => thread.ended !== undefined);
    expect(closed?.ended).toBe(ended === 'true' ? '' : ended);
    expect(closed?.items[0]?.item.title).toBe(SUIT[0]);
  });

  test('takes the items that she lists, however late', async () => {
    const items = await linksOf();
    const archive = await archiveOf(
      issues,
      `- { items: [${items[0]}, ${items[3]}], ended: 2026-01-19 }`,
    );
    const [closed] = threadsOf(archive).all;
    expect(closed?.items.map(({ issue }) => issue.date)).toEqual([
      '2026-01-12',
      '2026-01-19',
      '2026-02-02',
    ]);
  });
});
