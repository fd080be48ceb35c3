import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { lawsPage } from '#lib/views/laws.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { issueOf } from '#tests/support/stories.ts';

let shipped: Archive;
beforeAll(async () => {
  shipped = await readArchive(join(import.meta.dirname, '../../../content'));
});

describe('the law desk', () => {
  test('follows an act from its draft to the day from which it applies, across issues', async () => {
    const archive = await readArchive(
      contentFolderWith({
        '2025-03-31.md': issueOf(['条例提交审议', '《数据条例（草案）》提交常委会会议审议。']),
        '2025-05-19.md': issueOf(['条例通过', '会议表决通过《数据条例》，自2025年7月1日起施行。']),
        '2025-07-07.md': issueOf([
          '条例施行',
          '《数据条例》7月1日起施行。《数据条例》提到《报告》。',
        ]),
      }),
    );
    const { groups } = lawsPage(archive, {}) ?? {};
    expect(groups).toEqual([
      {
        name: '法规与规章',
        acts: [
          {
            name: '数据条例',
            steps: [
              {
                item: expect.objectContaining({ date: '2025-03-31' }),
                stage: '审议',
                appliesFrom: undefined,
              },
              {
                item: expect.objectContaining({ date: '2025-05-19' }),
                stage: '通过',
                appliesFrom: '2025-07-01',
              },
              {
                item: expect.objectContaining({ date: '2025-07-07' }),
                stage: '施行',
                appliesFrom: '2025-07-01',
              },
            ],
          },
        ],
      },
    ]);
  });

  test('takes a decision on an amendment for a step of the act that it amends', async () => {
    const archive = await readArchive(
      contentFolderWith({
        '2025-03-31.md': issueOf([
          '专利法修改获通过',
          '全国人大常委会表决通过《关于修改〈专利法〉的决定》，自2025年6月1日起施行。',
        ]),
        '2025-06-09.md': issueOf(['实施', '《专利法》于6月1日起施行。']),
      }),
    );
    const acts = lawsPage(archive, {})?.groups.flatMap((group) => group.acts) ?? [];
    expect(acts.map(({ name }) => name)).toEqual(['专利法']);
    expect(acts[0]?.steps.map(({ stage, appliesFrom }) => [stage, appliesFrom])).toEqual([
      ['通过', '2025-06-01'],
      ['施行', '2025-06-01'],
    ]);
  });

  test('has a page for each year, and none for a year without an act', async () => {
    const archive = await readArchive(
      contentFolderWith({
        '2024-12-30.md': issueOf(['发布', '发布《商标法》。']),
        '2025-03-31.md': issueOf(['发布', '发布《专利法》。']),
      }),
    );
    expect(lawsPage(archive, {})).toMatchObject({
      period: '2025年',
      previous: { path: '/laws/2024' },
    });
    expect(lawsPage(archive, { year: '2024' })?.groups[0]?.acts[0]?.name).toBe('商标法');
    expect(lawsPage(archive, { year: '2023' })).toBe(undefined);
  });

  test('does not take the day of a part of a law for the day of the law', () => {
    const acts = lawsPage(shipped, {})?.groups.flatMap((group) => group.acts);
    const [act] = acts?.filter(({ name }) => name === '人工智能法案') ?? [];
    expect(act?.steps).toMatchObject([{ stage: undefined, appliesFrom: undefined }]);
  });

  test('takes a law with and without the name of its state for one act', async () => {
    const archive = await readArchive(
      contentFolderWith({
        '2025-03-31.md': issueOf(['修法', '《中华人民共和国商标法（修订草案）》公开征求意见。']),
        '2025-04-28.md': issueOf(['审议', '《商标法》提请审议。']),
      }),
    );
    const [act] = lawsPage(archive, {})?.groups[0]?.acts ?? [];
    expect(act?.name).toBe('商标法');
    expect(act?.steps.map(({ stage }) => stage)).toEqual(['征求意见', '审议']);
  });

  test('lists no reports and no works', () => {
    const names = lawsPage(shipped, {})?.groups.flatMap(({ acts }) => acts.map(({ name }) => name));
    expect(names).toContain('反不正当竞争法');
    expect(names).not.toContain('原神');
    expect(names?.filter((name) => name.endsWith('报告'))).toEqual([]);
  });
});
