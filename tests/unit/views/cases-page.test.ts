import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { casesPage } from '#lib/views/cases.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { issueOf } from '#tests/support/stories.ts';

let shipped: Archive;
beforeAll(async () => {
  shipped = await readArchive(join(import.meta.dirname, '../../../content'));
});

describe('the cases', () => {
  test('show what their items say: number, court, parties, sums, stage', async () => {
    const archive = await readArchive(
      contentFolderWith({
        '2025-03-31.md': issueOf([
          '甲公司诉乙公司侵权案终审获赔50万元',
          '北京知识产权法院作出（2023）京73民终123号判决。原告请求赔偿80万元，法院判令赔偿50万元。',
        ]),
      }),
    );
    expect(casesPage(archive, {})?.cases.map(({ facts }) => facts)).toEqual([
      [
        { name: '案号', value: '（2023）京73民终123号' },
        { name: '法院', value: '北京知识产权法院' },
        { name: '当事人', value: '甲公司诉乙公司' },
        { name: '判赔', value: '50万元' },
        { name: '索赔', value: '80万元' },
        { name: '进展', value: '二审' },
      ],
    ]);
  });

  test('of the shipped issues are those that a reader finds', () => {
    const titles = casesPage(shipped, {})?.cases.map(({ item }) => item.title);
    expect(titles).toContain('米哈游诉“蚕豆网”泄露《原神》涉密内容案终审获赔33万元');
    expect(titles).toContain('Anthropic同意支付15亿美元与作家和解');
    expect(titles).not.toContain('快手2024年营收1269亿元');
    expect(titles).not.toContain('《哪吒之魔童闹海》');
    expect(titles).toHaveLength(22);
    // A court that judges is enough where the title says nothing of a case.
    expect(titles).toContain('最高法发布8件反不正当竞争典型案例');
    // A court that joins others in a week of events is none.
    expect(titles).not.toContain('2025年全国知识产权宣传周活动主题发布');
  });
});
