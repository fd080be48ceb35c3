import { expect, test } from 'vitest';
import { feedOf, feedProps } from '#lib/syndication/feed.ts';
import { feedsOf } from '#lib/syndication/feeds.ts';
import { actFact, archiveOfFacts, caseFact } from '#tests/support/desk-facts.ts';

test('the feed of an act has the items that tell its steps and those that mention it, the newest first', async () => {
  const archive = await archiveOfFacts({
    '2025-03-31': [{ title: '提到', mentioned: [{ name: '数据法', type: 'law', state: '中国' }] }],
    '2025-06-30': [
      { title: '别的' },
      { title: '通过', acts: [actFact('数据法', 'adopted')] },
      { title: '起诉', cases: [caseFact(['甲公司', '乙公司'], ['起诉'])] },
    ],
    '2025-07-07': [{ title: '一审', cases: [caseFact(['甲公司', '乙公司'], ['一审'])] }],
  });
  const titles = (kind: string) =>
    feedsOf(archive)
      .filter((ref) => ref.kind === kind)
      .map((ref) => feedOf(feedProps(archive, ref)).entries.map(({ title }) => title));
  expect(titles('act')).toEqual([['通过', '提到']]);
  expect(titles('case')).toEqual([['一审', '起诉']]);
});
